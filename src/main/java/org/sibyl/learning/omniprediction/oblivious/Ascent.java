package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Check;

/**
 * Audits decision calibration for any number of decisions: starts from random losses and sets one
 * intercept or slope after the other to what is best, while the greatest cell error grows. Not
 * exact: what it finds is true, but there may be worse.
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

  private Finding worst(Evidence evidence, double[] q, UniformRandomProvider random) {
    Residuals residuals = new Residuals(evidence, q);
    WorstDecider worst = new WorstDecider(evidence, q);
    for (int start = 0; start < starts && evidence.decisions() > 1; start++) {
      double[] intercepts = anywhere(evidence.decisions(), random);
      double[] slopes = anywhere(evidence.decisions(), random);
      double promised = climb(residuals, intercepts, slopes);
      worst.offer(promised, () -> TableLosses.ofDecider(intercepts, slopes));
    }
    return worst.finding(false);
  }

  private static double[] anywhere(int decisions, UniformRandomProvider random) {
    return DoubleStream.generate(() -> random.nextDouble(-1, 1)).limit(decisions).toArray();
  }

  /** Ends where no single coordinate gains. */
  private static double climb(Residuals residuals, double[] intercepts, double[] slopes) {
    double error = Double.NEGATIVE_INFINITY;
    int idle = 0;
    for (int turn = 0; idle < 2 * slopes.length; turn = (turn + 1) % (2 * slopes.length)) {
      int decision = turn / 2;
      boolean ofSlope = turn % 2 == 1;
      CoordinateSweep.Best best =
          new CoordinateSweep(residuals, intercepts, slopes, decision, ofSlope).best();
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
