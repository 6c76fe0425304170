package org.sibyl.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  private SweepPlan(LoadedScenario base, Sweep sweep, List<String> options) {
    this.base = base;
    this.sweep = sweep;
    this.options = options;
    paths = sweep.paths();
    points = sweep.points(base.scenario().seed());
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
    SweepPlan plan;
    try {
      plan = new SweepPlan(base, sweep, List.copyOf(options));
    } catch (IllegalArgumentException e) {
      Node section = base.tree().member("sweep").orElse(base.tree());
      throw ScenarioException.reportedBy(section, "sweep", String.valueOf(e.getMessage()));
    }
    plan.check();
    return plan;
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

  /** Tries each value alone, and points of a file whole. */
  private void check() {
    checkMetrics();
    Node alone = base.tree().without("sweep");
    boolean drawn = sweep.design().drawsPositions();
    sweep
        .vary()
        .forEach(
            (path, levels) -> {
              Place place = place(path);
              levels
                  .samples(drawn, MOST_TRIED)
                  .forEach(value -> base.rebound(Overrides.set(alone, place, path, value)));
            });
    if (!sweep.design().ownPaths().isEmpty()) {
      pointsToTry().forEach(this::at);
    }
  }

  private Stream<Long> pointsToTry() {
    return points.size() <= MOST_TRIED
        ? Stream.iterate(0L, point -> point < points.size(), point -> point + 1)
        : Stream.of(0L, points.size() - 1);
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
