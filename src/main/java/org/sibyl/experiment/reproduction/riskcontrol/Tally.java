package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.experiment.reproduction.riskcontrol.Trajectories.Trajectory;
import org.sibyl.learning.riskcontrol.Plan;

/** What came of many trajectories, by the risks of all people. The first deployment is left out. */
final class Tally {
  private static final double ROUNDING = 1e-12;

  private final double[] steps;
  private final double[] lambdas;
  private final double[] risks;
  private int within;
  private int beyond;
  private int below;

  private Tally(int runs) {
    steps = new double[runs];
    lambdas = new double[runs];
    risks = new double[runs];
  }

  /** So many trajectories on borrowers. */
  static Tally of(Borrowers borrowers, double slope, Sampling sampling, int runs) {
    Plan plan = borrowers.plan(slope).orElseThrow();
    Experiment experiment = borrowers.experiment();
    double level = experiment.risk().level();
    Tally tally = new Tally(runs);
    for (int run = 0; run < runs; run++) {
      Trajectory trajectory =
          borrowers.play(plan, slope, sampling, Workbench.randomness().replicate(run));
      tally.add(run, trajectory.lambdas(), borrowers::risk, level, experiment.tightness());
    }
    return tally;
  }

  private void add(
      int run, List<Double> deployed, DoubleUnaryOperator risk, double level, double tightness) {
    boolean isBeyond = false;
    for (double lambda : deployed.subList(1, deployed.size())) {
      isBeyond |= risk.applyAsDouble(lambda) > level + ROUNDING;
    }
    steps[run] = deployed.size() - 1;
    lambdas[run] = deployed.get(deployed.size() - 1);
    risks[run] = risk.applyAsDouble(lambdas[run]);
    beyond += isBeyond ? 1 : 0;
    boolean isBelow = risks[run] < level - tightness - ROUNDING;
    below += isBelow ? 1 : 0;
    within += !isBelow && risks[run] <= level + ROUNDING ? 1 : 0;
  }

  /** Adds everything. */
  void put(Figure figure, String place) {
    figure.put(place + "steps", Estimate.mean(steps));
    figure.put(place + "last lambda", Estimate.mean(lambdas));
    figure.put(place + "last lambda, deviation", deviation(lambdas));
    figure.put(place + "last risk", Estimate.mean(risks));
    figure.put(place + "last risk, deviation", deviation(risks));
    figure.put(place + "last risk in the band", Estimate.share(within, steps.length));
    figure.put(place + "any risk beyond the level", beyond());
  }

  /** The share of trajectories with a deployment beyond the level. */
  Estimate beyond() {
    return Estimate.share(beyond, steps.length);
  }

  /** The share of trajectories whose last risk is below level - tightness. */
  Estimate below() {
    return Estimate.share(below, steps.length);
  }

  double meanLambda() {
    return Estimate.mean(lambdas).value();
  }

  double meanRisk() {
    return Estimate.mean(risks).value();
  }

  /**
   * The standard deviation, with the standard error sqrt((m4 - s^4) / n) / (2 s) of a law with
   * fourth central moment m4.
   */
  private static Estimate deviation(double... values) {
    double mean = Estimate.mean(values).value();
    double squares = 0;
    double fourths = 0;
    for (double value : values) {
      double square = (value - mean) * (value - mean);
      squares += square;
      fourths += square * square;
    }
    int n = values.length;
    double deviation = StrictMath.sqrt(squares / (n - 1));
    double spread = StrictMath.max(0, fourths / n - StrictMath.pow(squares / n, 2));
    return deviation < ROUNDING
        ? Estimate.exact(deviation)
        : new Estimate(deviation, StrictMath.sqrt(spread / n) / (2 * deviation));
  }
}
