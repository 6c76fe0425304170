package org.sibyl.prediction.decision;

import org.sibyl.numeric.Check;

/**
 * What a decision about a person costs by the outcome, l(x, y-hat, y), in [0, {@link #max()}] (Kim
 * and Perdomo 2023, section 2).
 */
public interface DecisionLoss {
  /**
   * The loss.
   *
   * @param features of the person
   * @param decision from 0
   * @param outcome 0 or 1
   */
  double value(double[] features, int decision, int outcome);

  /** The greatest loss there is; finite. */
  double max();

  /** Whether it ignores the person. */
  boolean isInputOblivious();

  /**
   * The loss by which to decide: itself, but for a loss that is weighted by person. Where a weight
   * is 0 every decision is as good as any, and ties would be broken otherwise than by the loss.
   */
  default DecisionLoss base() {
    return this;
  }

  /** What the outcome adds to the loss: l(x, y-hat, 1) - l(x, y-hat, 0), in [-max, max]. */
  default double slope(double[] features, int decision) {
    return value(features, decision, 1) - value(features, decision, 0);
  }

  /**
   * Refuses decisions that it has no loss for.
   *
   * @param decisions how many there are
   * @param features how many people have
   * @throws IllegalArgumentException when it does not fit them
   */
  void check(int decisions, int features);

  /**
   * The best decision by this loss about someone whose outcomes have these probabilities, f(x); of
   * equally good ones the lowest.
   *
   * @throws IllegalArgumentException when the risk of one is not a number
   */
  default int best(double[] features, double[] probabilities) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int decision = 0; decision < probabilities.length; decision++) {
      double none = value(features, decision, 0);
      double risk = none + (value(features, decision, 1) - none) * probabilities[decision];
      if (Double.isNaN(risk)) {
        throw Check.invalid("risk of decision " + decision, "NaN", "must be a number");
      }
      if (risk < least) {
        best = decision;
        least = risk;
      }
    }
    return best;
  }
}
