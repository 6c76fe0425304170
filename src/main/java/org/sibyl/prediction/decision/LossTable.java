package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A loss that is written down: for each decision what it costs when the outcome is 0, and when it
 * is 1. With entries in [0, 1] these are the input-oblivious losses, L_io (Kim and Perdomo 2023,
 * section 5).
 *
 * @param losses for each decision two numbers of at least 0: if 0, if 1
 */
@About(
    value = "a loss that is written down: for each decision what it costs by outcome",
    source = "Kim and Perdomo 2023, section 5")
public record LossTable(
    @Parameter("for each decision its losses if the outcome is 0 and if it is 1, in [0, inf)")
        List<List<Double>> losses)
    implements DecisionLoss {
  private static final int OUTCOMES = 2;

  public LossTable {
    Check.atLeast("losses", losses.size(), 1);
    for (int decision = 0; decision < losses.size(); decision++) {
      String name = "losses[" + decision + "]";
      Places.losses(name, losses.get(decision));
      Check.sameSize(name, losses.get(decision).size(), "the list of outcomes", OUTCOMES);
    }
    losses = losses.stream().map(List::copyOf).toList();
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    return losses.get(decision).get(outcome);
  }

  @Override
  public double max() {
    double most = 0;
    for (List<Double> row : losses) {
      most = StrictMath.max(most, StrictMath.max(row.get(0), row.get(1)));
    }
    return most;
  }

  @Override
  public boolean isInputOblivious() {
    return true;
  }

  @Override
  public void check(int decisions, int features) {
    Places.each("losses", losses, decisions);
  }
}
