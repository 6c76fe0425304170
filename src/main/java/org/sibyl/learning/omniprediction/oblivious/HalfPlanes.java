package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Check;

/**
 * Audits decision calibration for two decisions, by all input-oblivious losses at once (Kim and
 * Perdomo 2023, definition 5.3): their best decisions are the half-planes of the probabilities (q0,
 * q1), and a line turned about each of the V different vectors visits all of them, in O(V squared
 * log V). Exact, but for splits that are too fine for doubles; what it finds says whether any of
 * those would have been worse.
 */
public record HalfPlanes() implements CellAudit {
  /** The most different vectors of probabilities. */
  public static final int MOST = 3000;

  @Override
  public Search on(Evidence evidence, UniformRandomProvider random) {
    Check.sameSize("half-planes: the list of decisions", evidence.decisions(), "a plane", 2);
    return q -> Optional.of(worst(evidence, q));
  }

  private static CellFinding worst(Evidence evidence, double[] q) {
    Residuals residuals = new Residuals(evidence, q);
    if (residuals.size() > MOST) {
      throw Check.invalid(
          "half-planes: different vectors of probabilities",
          Integer.toString(residuals.size()),
          "must be at most " + MOST + "; use the ascent instead");
    }
    WorstDecider worst = new WorstDecider(evidence, q);
    double[] whole = whole(residuals);
    new PivotSweep(residuals)
        .visit(
            (split, sums) -> {
              for (int left = 0; left < 2; left++) {
                int decision = left;
                double right = whole[1 - left] - sums[1 - left];
                worst.offer(
                    StrictMath.max(StrictMath.abs(sums[left]), StrictMath.abs(right)),
                    () -> split.decider(residuals, decision));
              }
            });
    return worst.finding(true);
  }

  private static double[] whole(Residuals residuals) {
    double[] sums = new double[2];
    for (int vector = 0; vector < residuals.size(); vector++) {
      sums[0] += residuals.mass(vector, 0);
      sums[1] += residuals.mass(vector, 1);
    }
    return sums;
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public double factor(int decisions) {
    return decisions;
  }
}
