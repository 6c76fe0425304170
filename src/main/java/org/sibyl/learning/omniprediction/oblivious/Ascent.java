package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Check;

/**
 * Audits decision calibration for any number of decisions: for each cell and sign it starts from
 * random losses, by which all decisions are equally good for someone, and sets one intercept or
 * slope after the other to what is best, while the cell error grows. Not exact: what it finds is
 * true, but there may be worse.
 *
 * @param starts how often it starts anew, at least 1
 */
public record Ascent(int starts) implements CellAudit {
  private static final double LEAST_GAIN = 1e-12;

  public Ascent {
    Check.atLeast("starts", starts, 1);
  }

  @Override
  public Search on(Evidence evidence, UniformRandomProvider random) {
    return q -> Optional.of(worst(evidence, q, random));
  }

  private CellFinding worst(Evidence evidence, double[] q, UniformRandomProvider random) {
    Residuals residuals = new Residuals(evidence, q);
    WorstDecider worst = new WorstDecider(evidence, q);
    for (int start = 0; start < starts && evidence.decisions() > 1; start++) {
      for (int cell = 0; cell < evidence.decisions(); cell++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          climb(residuals, new CoordinateSweep.Aim(cell, sign), random, worst);
        }
      }
    }
    return worst.finding(false);
  }

  private static void climb(
      Residuals residuals,
      CoordinateSweep.Aim aim,
      UniformRandomProvider random,
      WorstDecider worst) {
    int vector = random.nextInt(residuals.size());
    double[] slopes = new double[residuals.decisions()];
    double[] intercepts = new double[slopes.length];
    for (int decision = 0; decision < slopes.length; decision++) {
      slopes[decision] = random.nextDouble(-1, 1);
      intercepts[decision] = -slopes[decision] * residuals.probability(vector, decision);
    }
    double promised = climb(residuals, aim, intercepts, slopes);
    worst.offer(promised, () -> TableLosses.ofDecider(intercepts, slopes));
  }

  /** Ends where no single coordinate gains. */
  private static double climb(
      Residuals residuals, CoordinateSweep.Aim aim, double[] intercepts, double[] slopes) {
    double error = Double.NEGATIVE_INFINITY;
    int idle = 0;
    for (int turn = 0; idle < 2 * slopes.length; turn = (turn + 1) % (2 * slopes.length)) {
      int decision = turn / 2;
      boolean ofSlope = turn % 2 == 1;
      CoordinateSweep.Best best =
          new CoordinateSweep(residuals, aim, intercepts, slopes, decision, ofSlope).best();
      idle++;
      if (best.error() > error + LEAST_GAIN) {
        (ofSlope ? slopes : intercepts)[decision] = best.value();
        error = best.error();
        idle = 0;
      }
    }
    return error;
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public double factor(int decisions) {
    return decisions;
  }
}
