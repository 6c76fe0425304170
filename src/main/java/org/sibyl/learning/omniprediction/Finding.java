package org.sibyl.learning.omniprediction;

import java.util.Optional;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * How wrong a model is about one loss and one rule.
 *
 * @param loss by number, from 0
 * @param rule of the class; none for the best decisions by the loss and the model
 * @param error err: modelled less true risk
 */
public record Finding(int loss, Optional<DecisionRule> rule, double error) {
  /** How much of the error counts as a violation; below 0 when it is of the harmless sign. */
  public double size(AuditSide side) {
    if (side == AuditSide.TWO_SIDED) {
      return StrictMath.abs(error);
    }
    return rule.isPresent() ? error : -error;
  }
}
