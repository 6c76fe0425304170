package org.sibyl.metrics.decision;

import org.sibyl.numeric.Check;
import org.sibyl.prediction.decision.DecisionProblem;

/** Losses of the section of decisions, by number. */
final class LossNumber {
  private LossNumber() {}

  static void check(int loss, DecisionProblem decisions) {
    if (loss < 0 || loss >= decisions.losses().size()) {
      throw Check.invalid(
          "loss",
          Integer.toString(loss),
          "must be one of the " + decisions.losses().size() + " losses, counted from 0");
    }
  }
}
