package org.sibyl.scenario.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Range;

/**
 * What a sweep tries around a scenario: the section {@code sweep} of its file. A single run ignores
 * it.
 *
 * @param design which combinations
 * @param vary the values of each varied path, in the order of the file
 * @param replicates repetitions of each cell; the scenario's own number when left out
 * @param precision repetitions by need instead
 */
@About("which variants of the scenario a sweep runs, and how often")
public record Sweep(
    @Parameter(value = "which combinations are tried", byDefault = "{type: grid}") Design design,
    @Parameter(value = "the values of each varied path", byDefault = "{}") Map<String, Levels> vary,
    @Parameter(
            value = "repetitions of each cell; left out, those of the scenario",
            unit = "runs",
            range = "[1, 1000000]")
        OptionalInt replicates,
    @Parameter("repetitions by need instead") Optional<Precision> precision) {
  private static final Range REPLICATES = Range.parse("[1, 1000000]");

  /** Sections that every cell of a sweep shares: its tables depend on them. */
  private static final List<String> SHARED = List.of("sweep", "metrics", "replicates");

  public Sweep {
    vary = Collections.unmodifiableMap(new LinkedHashMap<>(vary));
    vary.keySet().forEach(Sweep::checkPath);
    replicates.ifPresent(given -> Check.within("replicates", given, REPLICATES));
    if (replicates.isPresent() && precision.isPresent()) {
      throw Check.invalid(
          "replicates",
          Integer.toString(replicates.getAsInt()),
          "must be left out beside precision, which says how many are needed");
    }
  }

  private static void checkPath(String path) {
    if (SHARED.contains(path.split("[.\\[]", 2)[0])) {
      throw new IllegalArgumentException(
          "vary: '" + path + "' cannot be varied: all cells of a sweep share it. Remove it.");
    }
  }

  /** A grid of nothing yet. */
  public static Sweep empty() {
    return new Sweep(new Grid(), Map.of(), OptionalInt.empty(), Optional.empty());
  }

  /** The same sweep with these levels for a path: in the place of others, or as the last. */
  public Sweep vary(String path, Levels levels) {
    Map<String, Levels> more = new LinkedHashMap<>(vary);
    more.put(path, levels);
    return new Sweep(design, more, replicates, precision);
  }

  /** The same sweep by another design. */
  public Sweep by(Design other) {
    return new Sweep(other, vary, replicates, precision);
  }

  /** All varied paths, in the order in which points give their values. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>(design.ownPaths());
    paths.forEach(Sweep::checkPath);
    paths.addAll(vary.keySet());
    return paths;
  }

  /**
   * The points of the design.
   *
   * @param seed of the scenario: the same seed draws the same points
   */
  public Points points(long seed) {
    return design.points(List.copyOf(vary.values()), Randomness.of(seed).at(Draw.DESIGN, 0));
  }
}
