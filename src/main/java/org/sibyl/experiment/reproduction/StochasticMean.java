package org.sibyl.experiment.reproduction;

import java.util.List;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.retraining.GreedyDescent;
import org.sibyl.learning.retraining.LazyDescent;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.population.Population;
import org.sibyl.population.source.ConstantSource;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.World;

/** Stochastic gradient descent on Gaussian mean estimation, one person per round. */
final class StochasticMean implements Reproduction {
  /** The numbers of samples at which the recorded runs are shown. */
  private static final List<Integer> SHOWN =
      List.of(
          1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 40_000,
          50_000);

  /** The numbers of samples at which the mean over repetitions is held against the recorded one. */
  private static final List<Integer> HELD = List.of(100, 1000, 10_000);

  private static final List<String> METHODS =
      List.of("greedy", "lazy-rootk", "lazy", "lazy-ksquare");
  private static final double MEAN = 10;
  private static final double DEVIATION = 0.1;
  private static final ResponseModel NOBODY_MOVES = (individual, situation, own) -> {};

  @Override
  public String name() {
    return "stochastic-gaussian";
  }

  @Override
  public String reference() {
    return "Mendler-Dünner et al. 2020, section 5, Gaussian mean";
  }

  @Override
  public String statement() {
    return "greedy deployment needs fewer samples at a small sensitivity, lazy deployment at a"
        + " large one";
  }

  @Override
  public Axes axes() {
    return Axes.lines("log10-samples", "log10-distance", "log10-distance-without-noise")
        .by("sensitivity", "method");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure =
        new Figure(
            "sensitivity",
            "method",
            "log10-samples",
            "log10-distance",
            "log10-distance-without-noise");
    int repetitions = bench.full() ? 20 : 5;
    for (double sensitivity : new double[] {0.2, 0.6, 0.9}) {
      for (String method : METHODS) {
        compare(bench, sensitivity, method, repetitions, figure);
      }
    }
    return figure;
  }

  private static void compare(
      Workbench bench, double sensitivity, String method, int repetitions, Figure figure) {
    String place = "eps=" + sensitivity + " " + method + ": ";
    Algorithm algorithm = algorithm(bench, sensitivity, method);
    double stable = MEAN / (1 - sensitivity);
    Path noiseless = path(bench, sensitivity, 0, algorithm, 0, 50_000);
    Path[] noisy = new Path[repetitions];
    for (int k = 0; k < repetitions; k++) {
      noisy[k] = path(bench, sensitivity, DEVIATION, algorithm, k, 10_000);
    }
    for (int at = 0; at < SHOWN.size(); at++) {
      int samples = SHOWN.get(at);
      double exact = noiseless.deployed[at];
      figure.put(place + "deployed after " + samples + " without noise", exact);
      if (samples > 10_000) {
        continue;
      }
      double[] distances = new double[repetitions];
      for (int k = 0; k < repetitions; k++) {
        distances[k] = StrictMath.abs(noisy[k].lagging[at] - stable);
      }
      Estimate mean = Estimate.mean(distances);
      if (HELD.contains(samples)) {
        figure.put(place + "mean distance after " + samples, mean);
      }
      figure.row(
          sensitivity,
          METHODS.indexOf(method),
          StrictMath.log10(samples),
          StrictMath.log10(mean.value()),
          StrictMath.log10(StrictMath.abs(exact - stable)));
    }
  }

  /**
   * What was deployed.
   *
   * @param deployed after the numbers of samples that are shown
   * @param lagging the deployment before that one, which is what the published code recorded
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once
  private record Path(double[] deployed, double[] lagging) {}

  private static Path path(
      Workbench bench,
      double sensitivity,
      double deviation,
      Algorithm algorithm,
      int repetition,
      int horizon) {
    Nature nature =
        new LinearOutcome(
            MEAN, Values.all(0), bench.sensitivity().applyAsDouble(sensitivity), deviation);
    Randomness random = Workbench.randomness().replicate(repetition);
    Dynamics dynamics = bench.dynamics(NOBODY_MOVES, nature, new ResetToBase()).with(random);
    Population one = Population.of(new ConstantSource().draw(1, random.at(Draw.FEATURES, 0)));
    World world = bench.world(one, algorithm);
    double[] deployed = new double[SHOWN.size()];
    double[] lagging = new double[SHOWN.size()];
    double now = theta(world);
    double before = now;
    int at = 0;
    for (int samples = 1; samples <= horizon; samples++) {
      world = dynamics.play(world).after();
      double next = theta(world);
      if (next != now) {
        before = now;
        now = next;
      }
      if (SHOWN.get(at) == samples) {
        deployed[at] = now;
        lagging[at] = before;
        at++;
      }
    }
    return new Path(deployed, lagging);
  }

  private static double theta(World world) {
    return ((Parametric) world.learner().model()).theta()[0];
  }

  private static Algorithm algorithm(Workbench bench, double sensitivity, String method) {
    Task task =
        new Task(
            new LinearModels(0),
            bench.loss().apply(new SquaredLoss(0.5)),
            0,
            true,
            new Everywhere());
    GivenParameters start = new GivenParameters(Values.all(MEAN));
    double curvature = 1 - sensitivity;
    return switch (method) {
      case "greedy" -> new GreedyDescent(start, 1 / curvature, 8 / (curvature * curvature), task);
      case "lazy-rootk" -> new LazyDescent(start, LazyDescent.Schedule.SQRT, 1, 8, task);
      case "lazy" -> new LazyDescent(start, LazyDescent.Schedule.LINEAR, 1, 8, task);
      default -> new LazyDescent(start, LazyDescent.Schedule.SQUARE, 1, 8, task);
    };
  }
}
