package org.sibyl.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.sibyl.metrics.Metric;
import org.sibyl.scenario.sweep.Levels;
import org.sibyl.scenario.sweep.Points;
import org.sibyl.scenario.sweep.Sweep;

/** A scenario and the points that a sweep tries around it, checked before anything runs. */
public final class SweepPlan {
  /** Of longer lists only the ends are tried, so that checking stays a matter of seconds. */
  private static final int MOST_TRIED = 1000;

  private final LoadedScenario base;
  private final Sweep sweep;
  private final List<String> options;
  private final List<String> paths;
  private final Points points;
  private final List<String> ownValues;
  private final Set<Path> inputs = new LinkedHashSet<>();

  private SweepPlan(
      LoadedScenario base, Sweep sweep, List<String> options, Map<String, String> recorded) {
    this.base = base;
    this.sweep = sweep;
    this.options = options;
    paths = sweep.paths();
    points = sweep.points(base.scenario().seed());
    ownValues = ownValues(recorded);
  }

  /**
   * The scenario's own sweep, with what the command line adds to it.
   *
   * @param options {@code path=values}, each in place of what the scenario has for the path, or as
   *     a further path
   * @throws ScenarioException when the design cannot be made, or a path does not take its values
   */
  public static SweepPlan of(LoadedScenario base, List<String> options) {
    Sweep sweep = base.scenario().sweep().orElseGet(Sweep::empty);
    for (String option : options) {
      sweep = varied(sweep, option);
    }
    SweepPlan plan = planned(base, sweep, List.copyOf(options), Map.of());
    plan.check();
    return plan;
  }

  /**
   * The plan of a sweep that was checked before and recorded; its varied files may be gone.
   *
   * @param ownValues the scenario's own values as they were written before it was recorded, as
   *     {@link #ownValues()} gave them; of other paths those of the recorded scenario
   * @throws ScenarioException when the design cannot be made
   */
  public static SweepPlan ofRecorded(LoadedScenario base, Map<String, String> ownValues) {
    Sweep sweep = base.scenario().sweep().orElseGet(Sweep::empty);
    return planned(base, sweep, List.of(), ownValues);
  }

  private static SweepPlan planned(
      LoadedScenario base, Sweep sweep, List<String> options, Map<String, String> recorded) {
    try {
      return new SweepPlan(base, sweep, options, recorded);
    } catch (IllegalArgumentException e) {
      Node section = base.tree().member("sweep").orElse(base.tree());
      throw ScenarioException.reportedBy(section, "sweep", String.valueOf(e.getMessage()));
    }
  }

  private static Sweep varied(Sweep sweep, String option) {
    Place place = new Place("--vary " + option, 0);
    int equals = option.indexOf('=');
    if (equals <= 0) {
      throw new ScenarioException(
          place, "is not of the form path=values. Example: --vary outcome.group-threshold=0.2,0.4");
    }
    String path = option.substring(0, equals).strip();
    try {
      return sweep.vary(path, Levels.parse(path, option.substring(equals + 1)));
    } catch (IllegalArgumentException e) {
      throw new ScenarioException(place, String.valueOf(e.getMessage()));
    }
  }

  /** The scenario that is varied. */
  public LoadedScenario base() {
    return base;
  }

  /** The scenario with the whole sweep in it, command line included. */
  public Scenario scenario() {
    return base.scenario().with(sweep);
  }

  /**
   * Every file that a trial may read, as values alone and points of a file name them; for a
   * recorded plan none.
   */
  public Set<Path> inputs() {
    return Collections.unmodifiableSet(inputs);
  }

  /** The sweep, command line included. */
  public Sweep sweep() {
    return sweep;
  }

  /** All varied paths, in the order in which points give their values. */
  public List<String> paths() {
    return paths;
  }

  /** The points of the design; what a path is worth at a point, is its value there. */
  public Points points() {
    return points;
  }

  /** What a point sets, as {@code path=value}; what it leaves as it is, is not among it. */
  public List<String> settings(long point) {
    List<String> settings = new ArrayList<>();
    for (int path = 0; path < paths.size(); path++) {
      String name = paths.get(path);
      points.value(point, path).ifPresent(value -> settings.add(name + "=" + value));
    }
    return settings;
  }

  /** The value of every varied path at a point; where the point sets none, the scenario's own. */
  public List<String> values(long point) {
    List<String> values = new ArrayList<>();
    for (int path = 0; path < paths.size(); path++) {
      values.add(points.value(point, path).orElse(ownValues.get(path)));
    }
    return values;
  }

  /** The scenario's own value of every varied path: as written, else its default. */
  public Map<String, String> ownValues() {
    Map<String, String> values = new LinkedHashMap<>();
    for (int path = 0; path < paths.size(); path++) {
      values.put(paths.get(path), ownValues.get(path));
    }
    return values;
  }

  /** As recorded; else as written; else its default; empty where there is none. */
  private List<String> ownValues(Map<String, String> recorded) {
    Node whole =
        YamlReader.value(
            "scenario", ScenarioWriter.yaml(base.scenario(), UnaryOperator.identity()));
    return paths.stream()
        .map(
            path ->
                Optional.ofNullable(recorded.get(path))
                    .or(() -> at(base.tree(), path).or(() -> at(whole, path)).map(Node::flow))
                    .orElse(""))
        .toList();
  }

  private static Optional<Node> at(Node tree, String path) {
    Optional<Node> node = Optional.of(tree);
    for (String key : path.split("\\.", -1)) {
      node = node.flatMap(section -> section.member(key));
    }
    return node;
  }

  /**
   * The scenario at a point, without a sweep of its own.
   *
   * @throws ScenarioException when values that each are valid do not fit each other
   */
  public LoadedScenario at(long point) {
    return at(point, new Place("point " + (point + 1) + " of the sweep", 0));
  }

  private LoadedScenario at(long point, Place place) {
    Node tree = base.tree().without("sweep");
    for (int path = 0; path < paths.size(); path++) {
      Optional<String> value = points.value(point, path);
      if (value.isPresent()) {
        tree = Overrides.set(tree, place, paths.get(path), value.get());
      }
    }
    return base.rebound(tree);
  }

  // ---- checks

  /** Tries each value alone, and points of a file whole, and notes the files that they name. */
  private void check() {
    checkMetrics();
    inputs.addAll(ScenarioWriter.inputs(scenario()));
    Node alone = base.tree().without("sweep");
    boolean drawn = sweep.design().drawsPositions();
    sweep
        .vary()
        .forEach(
            (path, levels) -> {
              Place place = place(path);
              levels
                  .samples(drawn, MOST_TRIED)
                  .map(value -> base.rebound(Overrides.set(alone, place, path, value)))
                  .forEach(this::noteInputs);
            });
    if (!sweep.design().ownPaths().isEmpty()) {
      pointsToTry().mapToObj(this::at).forEach(this::noteInputs);
    }
  }

  private void noteInputs(LoadedScenario variant) {
    inputs.addAll(ScenarioWriter.inputs(variant.scenario()));
  }

  /** Of more points than can be tried, those that are the first to have some text, and the ends. */
  private LongStream pointsToTry() {
    if (points.size() <= MOST_TRIED) {
      return LongStream.range(0, points.size());
    }
    Set<String> seen = new LinkedHashSet<>();
    return LongStream.range(0, points.size())
        .filter(
            point -> {
              boolean fresh =
                  settings(point).stream()
                          .filter(setting -> !setting.matches("[^=]*=[-+.\\deE]*"))
                          .filter(setting -> seen.size() < MOST_TRIED && seen.add(setting))
                          .count()
                      > 0;
              return fresh || point == 0 || point == points.size() - 1;
            });
  }

  /** Where the values of a path were given: the last option that does, or the scenario. */
  private Place place(String path) {
    return options.stream()
        .filter(option -> option.substring(0, option.indexOf('=')).strip().equals(path))
        .reduce((earlier, later) -> later)
        .map(option -> new Place("--vary " + option, 0))
        .orElseGet(() -> written("vary", path).place());
  }

  private void checkMetrics() {
    List<Metric> measured = base.scenario().metrics();
    for (Metric metric : sweep.precision().map(p -> p.metrics()).orElse(List.of())) {
      if (!measured.contains(metric)) {
        throw new ScenarioException(
            written("precision", "metrics").place(),
            "sweep.precision.metrics",
            "'" + metric.name() + "' is not measured. Add it to metrics.");
      }
    }
  }

  /** Follows keys below the sweep as far as they were written. */
  private Node written(String... keys) {
    Node node = base.tree().member("sweep").orElse(base.tree());
    for (String key : keys) {
      node = node.member(key).orElse(node);
    }
    return node;
  }
}
