package org.sibyl.learning.omniprediction;

import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.decision.DecisionLoss;

/**
 * The slopes of losses at the entries of evidence, times the weights of these: what does not change
 * while a model is boosted. They are kept unless they take too much memory.
 */
final class WeightedSlopes {
  private static final long MOST_KEPT = 1L << 23; // 64 MB
  private static final double ROUNDING = 1e-12;

  private final Evidence evidence;
  private final List<DecisionLoss> losses;
  private final double[][] kept; // loss by loss; empty when not kept

  /**
   * Of losses that fit.
   *
   * @throws IllegalArgumentException when one is NaN, below 0 or above its greatest value
   */
  WeightedSlopes(Evidence evidence, List<DecisionLoss> losses) {
    this(evidence, losses, MOST_KEPT);
  }

  /** The same that keeps at most so many numbers. */
  WeightedSlopes(Evidence evidence, List<DecisionLoss> losses, long most) {
    this.evidence = evidence;
    this.losses = losses;
    Check.atLeast("losses", losses.size(), 1);
    for (int loss = 0; loss < losses.size(); loss++) {
      check(loss);
    }
    boolean few = (long) losses.size() * evidence.entries() <= most;
    kept = new double[few ? losses.size() : 0][];
    for (int loss = 0; loss < kept.length; loss++) {
      kept[loss] = computed(losses.get(loss));
    }
  }

  private void check(int loss) {
    DecisionLoss checked = losses.get(loss);
    checked.check(evidence.decisions(), evidence.features().columns());
    if (!(checked.max() >= 0 && Double.isFinite(checked.max()))) {
      throw Check.invalid(
          "losses[" + loss + "].max",
          Double.toString(checked.max()),
          "must be a finite number of at least 0");
    }
    double[] row = new double[evidence.features().columns()];
    for (int i = 0; i < evidence.size(); i++) {
      evidence.features().copyRow(i, row);
      for (int decision = 0; decision < evidence.decisions(); decision++) {
        check(loss, i, decision, 0, checked.value(row, decision, 0));
        check(loss, i, decision, 1, checked.value(row, decision, 1));
      }
    }
  }

  private void check(int loss, int point, int decision, int outcome, double value) {
    double max = losses.get(loss).max();
    if (!(value >= 0 && value <= max * (1 + ROUNDING))) {
      throw Check.invalid(
          "losses["
              + loss
              + "] about point "
              + point
              + ", decision "
              + decision
              + ", outcome "
              + outcome,
          Double.toString(value),
          "must lie in [0, " + max + "], its own bounds");
    }
  }

  /** Weight times slope of each entry, not to be written to. */
  double[] of(int loss) {
    return kept.length == 0 ? computed(losses.get(loss)) : kept[loss];
  }

  private double[] computed(DecisionLoss loss) {
    double[] slopes = new double[evidence.entries()];
    double[] row = new double[evidence.features().columns()];
    for (int i = 0; i < evidence.size(); i++) {
      evidence.features().copyRow(i, row);
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        slopes[entry] = evidence.weight(entry) * loss.slope(row, evidence.decision(entry));
      }
    }
    return slopes;
  }

  /** The mean squared slope along a rule. */
  double squared(int loss, int... decided) {
    double[] row = new double[evidence.features().columns()];
    double sum = 0;
    for (int i = 0; i < decided.length; i++) {
      evidence.features().copyRow(i, row);
      double slope = losses.get(loss).slope(row, decided[i]);
      sum += evidence.mass(i) * slope * slope;
    }
    return sum;
  }
}
