package org.sibyl.experiment.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sibyl.experiment.InputFiles;
import org.sibyl.experiment.Sha256;
import org.sibyl.experiment.Version;
import org.sibyl.scenario.ScenarioWriter;
import org.sibyl.scenario.SweepPlan;

/**
 * What makes a sweep the one it is: the program, the content of the input files, and the scenario
 * with its sweep, nothing left to defaults. Two sweeps with the same identity have the same trials.
 */
public final class SweepIdentity {
  /** Digits of a trial's key: 128 bits, so that no two trials of any sweep share one. */
  private static final int KEY_BYTES = 16;

  private final String text;
  private final byte[] shared;

  private SweepIdentity(String text, String shared) {
    this.text = text;
    this.shared = Sha256.begun().digest(shared.getBytes(StandardCharsets.UTF_8));
  }

  /** The identity of a plan, whose inputs are read for it. */
  public static SweepIdentity of(SweepPlan plan, InputFiles inputs) {
    StringBuilder head = new StringBuilder();
    Version version = Version.current();
    head.append("# sibyl ").append(version.number()).append(", commit ");
    head.append(version.commit()).append('\n');
    Map<String, String> digests = new TreeMap<>();
    inputs
        .names()
        .forEach((file, name) -> digests.put(name.toString().replace('\\', '/'), Sha256.of(file)));
    digests.forEach(
        (name, digest) ->
            head.append("# ").append(name).append(" sha256 ").append(digest).append('\n'));
    return new SweepIdentity(
        head + ScenarioWriter.yaml(plan.scenario(), inputs::nameOf),
        head + ScenarioWriter.yaml(plan.base().scenario().alone(), inputs::nameOf));
  }

  /** The content of {@code sweep.yaml}: a scenario, the rest as comments. */
  public String text() {
    return text;
  }

  /** Short enough for the name of a folder; another for every other sweep. */
  public String id() {
    return Sha256.of(text).substring(0, 12);
  }

  /**
   * What a trial is a trial of, in hexadecimal: the same whatever else the sweep varies. Two cells
   * may set the same, as where trajectories meet: they are told apart by their numbers.
   *
   * @param cell the cell's number in the design, from 0
   * @param settings what the cell sets, as {@code path=value}
   */
  public String key(long cell, List<String> settings, int replicate) {
    MessageDigest digest = Sha256.begun();
    digest.update(shared);
    for (String setting : settings) {
      digest.update(setting.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    digest.update((cell + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(Integer.toString(replicate).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
  }
}
