package org.sibyl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a sweep came from: what the user named on the command line.
 *
 * @param scenario the scenario file, as named
 * @param overrides what {@code --set} and its kin set, as {@code path=value}
 */
public record SweepOrigin(String scenario, List<String> overrides) {
  private static final String SCENARIO = "scenario-file";
  private static final String SET = "set";

  public SweepOrigin {
    overrides = List.copyOf(overrides);
  }

  /** Writes it into a provenance. */
  void record(ObjectNode provenance) {
    provenance.put(SCENARIO, scenario);
    ArrayNode set = provenance.putArray(SET);
    overrides.forEach(set::add);
  }

  /** Reads it from a provenance. */
  static SweepOrigin recorded(JsonNode provenance) {
    List<String> overrides = new ArrayList<>();
    provenance.path(SET).forEach(each -> overrides.add(each.asText()));
    return new SweepOrigin(provenance.path(SCENARIO).asText(SweepFolder.SWEEP), overrides);
  }

  /**
   * The line for the shell that plays one replicate of a cell.
   *
   * @param settings what the cell sets, as {@code path=value}
   */
  String replay(List<String> settings, int replicate) {
    StringBuilder line = new StringBuilder("./sibyl run ").append(quoted(scenario));
    List<String> all = new ArrayList<>(overrides);
    all.removeIf(each -> each.startsWith("sweep.") || each.startsWith("replicates="));
    all.addAll(settings);
    all.forEach(each -> line.append(" --set ").append(quoted(each)));
    return line.append(" --replicate ").append(replicate).toString();
  }

  /** For a POSIX shell. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=:,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
