package org.sibyl.prediction.decision;

import java.util.OptionalInt;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * One update of an omnipredictor: subtracts step times the loss's slope from the probability of the
 * decision that a rule takes. The rule is a fixed one, or the best decision by a loss and the
 * probabilities as they are before the update.
 *
 * @param loss whose slope is subtracted, by number, from 0
 * @param rule the fixed rule, by number, from 0
 * @param decider the loss by which the best decision is taken, by number, from 0; exactly one of
 *     this and rule is given
 * @param step eta, with the sign of the error that it mends; finite
 */
@About("subtracts step times a loss's slope from the probability of the decision that a rule takes")
public record Update(
    @Parameter(value = "the loss whose slope is subtracted, from 0", range = "[0, inf)") int loss,
    @Parameter(value = "the fixed rule, from 0", range = "[0, inf)") OptionalInt rule,
    @Parameter(value = "the loss by which the best decision is taken, from 0", range = "[0, inf)")
        OptionalInt decider,
    @Parameter(value = "eta, how much is subtracted", range = "(-inf, inf)") double step) {
  public Update {
    Check.atLeast("loss", loss, 0);
    rule.ifPresent(number -> Check.atLeast("rule", number, 0));
    decider.ifPresent(number -> Check.atLeast("decider", number, 0));
    if (rule.isPresent() == decider.isPresent()) {
      throw new IllegalArgumentException(
          "update: has "
              + (rule.isPresent() ? "both" : "none")
              + " of rule and decider. Give one of them.");
    }
    Check.finite("step", step);
  }

  /** An update along a fixed rule. */
  public static Update ofRule(int loss, int rule, double step) {
    return new Update(loss, OptionalInt.of(rule), OptionalInt.empty(), step);
  }

  /** An update along the best decisions by a loss. */
  public static Update ofDecisions(int loss, int decider, double step) {
    return new Update(loss, OptionalInt.empty(), OptionalInt.of(decider), step);
  }
}
