package org.sibyl.learning.omniprediction;

import java.util.List;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.RuleClass;

/**
 * The worked example of the specification (section 14): x is -1 or 1, so is the decision (0 and 1
 * here), and p* = 1/2 + beta x y-hat.
 */
public final class ProductWorld {
  private ProductWorld() {}

  /** x = -1 and x = 1. */
  public static Matrix people() {
    return Matrix.of(2, 1, -1, 1);
  }

  /** Both equally often. */
  public static Column shares() {
    return Column.of(0.5, 0.5);
  }

  /** Nature. */
  public static OutcomeModel truth(double beta) {
    return new Product(beta);
  }

  private record Product(double beta) implements OutcomeModel {
    @Override
    public int decisions() {
      return 2;
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      into[0] = 0.5 - beta * features[0];
      into[1] = 0.5 + beta * features[0];
    }
  }

  /** The truth as evidence. */
  public static Evidence evidence(double beta) {
    return Evidence.of(people(), shares(), truth(beta));
  }

  /** The losses 1 - y and y. */
  public static List<DecisionLoss> losses() {
    return List.of(TableLoss.of(2, (a, y) -> 1 - y), TableLoss.of(2, (a, y) -> y));
  }

  /** The rules y-hat = x and y-hat = -x. */
  public static RuleClass rules() {
    return decisions -> List.of(new Sign(1), new Sign(-1));
  }

  /** y-hat = sign x. */
  public record Sign(int sign) implements DecisionRule {
    @Override
    public int decide(double[] features) {
      return sign * features[0] > 0 ? 1 : 0;
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }
}
