package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.scenario.SampleScenario;

/** A sweep that is killed at any instant, even several times, ends as if nothing had happened. */
class SweepCrashTest {
  /** Replicates by need, a cell that fails, and about a second of trials. */
  private static final String SCENARIO =
      SampleScenario.with("size: 4", "size: 150")
              .replace("{ type: ring }", "{ type: barabasi-albert }")
              .replace("initial: 0.5", "initial: { type: random-binary }")
              .replace("rounds: 12", "rounds: 60\nstop: horizon")
          + """
          sweep:
            precision: { metrics: [cooperation, accuracy], half-width: 0.1, minimum: 6, maximum: 18 }
            vary:
              population.size: [1, 100, 150]
              outcome.group-threshold: 0.1..0.9/0.2
          """;

  /** What a process was doing when it was killed. */
  private enum Stage {
    BEFORE_THE_JOURNAL,
    DURING_TRIALS,
    DURING_TABLES,
    AFTER_THE_END
  }

  @TempDir private Path folder;
  private final Map<Stage, Integer> hits = new EnumMap<>(Stage.class);
  private Path file;

  @BeforeEach
  void scenario() throws IOException {
    file = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    for (Stage stage : Stage.values()) {
      hits.put(stage, 0);
    }
  }

  @Test
  @Timeout(240)
  void killedSweepEndsAsIfNothingHadHappened() throws Exception {
    killMany(8, 1);
  }

  @Test
  @Tag("campaign")
  @Timeout(3600)
  void sweepThatIsKilledTwoHundredTimesEndsAsIfNothingHadHappened() throws Exception {
    killMany(200, 2);
    assertThat(hits.values()).as("kills in every stage: %s", hits).doesNotContain(0);
  }

  private void killMany(int kills, long seed) throws Exception {
    Random random = new Random(seed);
    SweepResults undisturbed = new SweepResults(folder.resolve("undisturbed"));
    long start = System.nanoTime();
    assertThat(JavaProcess.end(start(undisturbed.path()))).as(printed()).isEqualTo(3);
    long whole = System.nanoTime() - start;
    assertThat(undisturbed.column("trials.csv", "cell")).hasSizeBetween(100, 300);
    List<Double> instants = instants(kills, random);
    for (int done = 0; done < kills; ) {
      SweepResults killed = new SweepResults(folder.resolve("killed-" + done));
      int times = Math.min(kills - done, 1 + random.nextInt(3));
      for (int k = 0; k < times; k++) {
        kill(killed.path(), (long) (instants.get(done + k) * whole));
      }
      done += times;
      assertThat(SweepResults.command(file, killed.path(), "--quiet").code()).isEqualTo(3);
      assertThat(killed.tables()).as("after %d kills", done).isEqualTo(undisturbed.tables());
      assertThat(killed.text("sweep.yaml")).isEqualTo(undisturbed.text("sweep.yaml"));
      assertThat(killed.journal()).hasSameSizeAs(undisturbed.journal());
      assertThat(killed.partial()).isEmpty();
      assertThat(killed.path().toFile().list())
          .containsExactlyInAnyOrder(undisturbed.path().toFile().list());
    }
    System.out.printf("kills of a sweep of %.1f s: %s%n", whole / 1e9, hits);
  }

  /** Random ones, one in each of as many equal parts of the time, and somewhat beyond. */
  private static List<Double> instants(int count, Random random) {
    List<Double> instants = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      instants.add(1.1 * (k + random.nextDouble()) / count);
    }
    Collections.shuffle(instants, random);
    return instants;
  }

  private Process start(Path out) throws IOException {
    return JavaProcess.start(
        JavaProcess.current(), folder.resolve("printed"), "sweep", file, "--out", out);
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("printed"));
  }

  private void kill(Path out, long nanoseconds) throws Exception {
    Process sweep = start(out);
    boolean ended = sweep.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
    sweep.destroyForcibly().waitFor();
    if (ended) {
      assertThat(sweep.exitValue()).as(printed()).isEqualTo(3);
    }
    hits.merge(ended ? Stage.AFTER_THE_END : stage(out), 1, Integer::sum);
  }

  private static Stage stage(Path out) {
    if (!Files.exists(out.resolve("journal.bin"))) {
      return Stage.BEFORE_THE_JOURNAL;
    }
    boolean tables =
        Files.exists(out.resolve(".partial-tables")) || Files.exists(out.resolve("trials.csv"));
    return tables ? Stage.DURING_TABLES : Stage.DURING_TRIALS;
  }
}
