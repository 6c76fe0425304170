package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Progress;
import org.sibyl.learning.search.ConfidenceBounds;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.population.source.ConstantSource;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.World;

/**
 * Performative confidence bounds: they contain the performative risk of every model, the best model
 * is never dropped, and where nobody moves one deployment tells all.
 */
final class RiskBounds implements Reproduction {
  private static final Values NONE = Values.all(0);

  @Override
  public String name() {
    return "confidence-bounds";
  }

  @Override
  public String reference() {
    return "Jagadeesan et al. 2022, section 3";
  }

  @Override
  public String statement() {
    return "what one deployment shows bounds the risk of every other model";
  }

  @Override
  public Axes axes() {
    return Axes.lines("theta", "low", "high", "risk").by("problem");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("problem", "theta", "low", "high", "risk");
    exact(bench, figure);
    Task mean = Setting.task(bench, new SquaredLoss(0.5), 0, Box.of(0, 4));
    ConfidenceBounds still = new ConfidenceBounds(101, 0, 1, 0, false, mean);
    Setting unmoved =
        Setting.ofOutcomes(bench, new ConstantSource(), 2, new LinearOutcome(3, NONE, 0, 0));
    List<World> worlds = unmoved.worlds(still, 0, 5);
    figure.put("nobody moves: deployments before the best", finished(worlds));
    figure.put("nobody moves: theta", Setting.theta(worlds.get(5))[0]);
    noisy(bench, figure);
    return figure;
  }

  /** On [0, 2] the loss's slope in the features is at most 2, and people move by .2 theta. */
  private static void exact(Workbench bench, Figure figure) {
    Task task = Setting.task(bench, new LinearLoss(-1), 1, Box.of(0, 2));
    Setting moving = Setting.ofFeatures(bench, 0.2, 1);
    put(figure, "people move", 0, moving, task, 2 * 0.2);
    // means lie in [.5, 1.5], so that a loss's slope in the outcome is at most 1.5
    Task squares = Setting.task(bench, new SquaredLoss(0.5), 0, Box.of(0, 2));
    put(figure, "outcomes move", 1, meanEstimation(bench, 2, 0), squares, 1.5 * 0.5);
  }

  private static Setting meanEstimation(Workbench bench, int people, double deviation) {
    double response = bench.sensitivity().applyAsDouble(0.5);
    return Setting.ofOutcomes(
        bench, new ConstantSource(), people, new LinearOutcome(0.5, NONE, response, deviation));
  }

  private static void put(
      Figure figure, String name, int problem, Setting setting, Task task, double sensitivity) {
    ConfidenceBounds algorithm = new ConfidenceBounds(101, sensitivity, 1, 0, false, task);
    List<World> worlds = setting.worlds(algorithm, 0, 120);
    ConfidenceBounds.Bounds first = bounds(worlds.get(0));
    double[] risks = new double[first.net().rows()];
    int best = 0;
    for (int i = 0; i < risks.length; i++) {
      risks[i] = setting.risk(task, 0, first.net().get(i, 0));
      best = risks[i] < risks[best] ? i : best;
    }
    int outside = 0;
    for (World world : worlds) {
      ConfidenceBounds.Bounds now = bounds(world);
      for (int i = 0; i < risks.length; i++) {
        outside += risks[i] < now.low().get(i) - 1e-12 ? 1 : 0;
        outside += risks[i] > now.high().get(i) + 1e-12 ? 1 : 0;
      }
    }
    ConfidenceBounds.Bounds last = bounds(worlds.get(120));
    for (int i = 0; i < risks.length; i++) {
      figure.row(problem, last.net().get(i, 0), last.low().get(i), last.high().get(i), risks[i]);
    }
    figure.put(name + ": risks out of bounds", outside);
    figure.put(name + ": the best is dropped", last.dropped().get(best) == 1);
    figure.put(
        name + ": risk of the last theta", setting.risk(task, 0, Setting.theta(worlds.get(120))));
  }

  private static ConfidenceBounds.Bounds bounds(World world) {
    return ((ConfidenceBounds.Zooming) world.learner()).bounds();
  }

  private static int finished(List<World> worlds) {
    int rounds = 0;
    while (worlds.get(rounds).learner().progress() != Progress.FINISHED) {
      rounds++;
    }
    return rounds;
  }

  /**
   * Mean estimation, .5 + .5 theta, for 2000 rounds of 400 people. A loss deviates by at most .15,
   * of which the width, .9, is six: no interval fails.
   */
  private static void noisy(Workbench bench, Figure figure) {
    Task task = Setting.task(bench, new SquaredLoss(0.5), 0, Box.of(0, 2));
    Setting setting = meanEstimation(bench, 400, 0.1);
    ConfidenceBounds algorithm = new ConfidenceBounds(81, 0.75, 0.5, 0.9, false, task);
    List<World> worlds = setting.worlds(algorithm, 0, 2000);
    int optimum = 40; // of 81 on [0, 2]: theta = 1
    double dropped = 0;
    for (World world : worlds) {
      dropped += bounds(world).dropped().get(optimum);
    }
    figure.put("mean estimation, 2000 rounds: rounds with the optimum dropped", dropped);
  }
}
