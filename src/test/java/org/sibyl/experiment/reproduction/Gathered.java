package org.sibyl.experiment.reproduction;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What came of many naive trajectories.
 *
 * @param runs how many
 * @param steps of each
 * @param lambdas the last of each
 * @param risks the last of each
 * @param within share of last risks in the band
 * @param beyond share with any risk beyond the level
 * @param below share of last risks below the band
 */
record Gathered(
    int runs,
    Moments steps,
    Moments lambdas,
    Moments risks,
    double within,
    double beyond,
    double below) {

  /** Mean and standard deviation. */
  record Moments(double mean, double deviation) {
    static Moments of(double... values) {
      double mean =
          IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new Moments(mean, Math.sqrt(squares / (values.length - 1)));
    }
  }

  static Gathered of(
      int runs,
      Function<SplittableRandom, List<Double>> play,
      DoubleUnaryOperator risk,
      double level,
      double tightness) {
    double[] steps = new double[runs];
    double[] lambdas = new double[runs];
    double[] risks = new double[runs];
    double within = 0;
    double beyond = 0;
    double below = 0;
    for (int run = 0; run < runs; run++) {
      List<Double> path = play.apply(new SplittableRandom(1000 + run));
      steps[run] = path.size() - 1;
      lambdas[run] = path.get(path.size() - 1);
      risks[run] = risk.applyAsDouble(lambdas[run]);
      boolean over = false;
      for (double lambda : path.subList(1, path.size())) {
        over |= risk.applyAsDouble(lambda) > level;
      }
      beyond += over ? 1.0 / runs : 0;
      below += risks[run] < level - tightness ? 1.0 / runs : 0;
      within += risks[run] >= level - tightness && risks[run] <= level ? 1.0 / runs : 0;
    }
    return new Gathered(
        runs, Moments.of(steps), Moments.of(lambdas), Moments.of(risks), within, beyond, below);
  }
}
