package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Outcomes are to be steered: 0 when the outcome is the one aimed at, 1 when it is the other,
 * whatever was decided (Kim and Perdomo 2023, section 2).
 *
 * @param toward the outcome aimed at, 0 or 1
 */
@About(
    value = "0 when the outcome is the one aimed at, else 1",
    source = "Kim and Perdomo 2023, section 2")
public record Steering(@Parameter(value = "the outcome aimed at", range = "[0, 1]") int toward)
    implements DecisionLoss {
  public Steering {
    if (toward != 0 && toward != 1) {
      throw Check.invalid("toward", Integer.toString(toward), "must be 0 or 1");
    }
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    return outcome == toward ? 0 : 1;
  }

  @Override
  public double max() {
    return 1;
  }

  @Override
  public boolean isInputOblivious() {
    return true;
  }

  @Override
  public void check(int decisions, int features) {
    // fits all
  }
}
