package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * What can be decided, by which losses it is judged, and which rules it is held against: a section
 * of a scenario that learners and metrics share.
 *
 * @param count k: how many decisions there are
 * @param losses L, at least one; one that comes again is left out
 * @param rules H, a class that can be listed
 */
@About("what can be decided, by which losses it is judged, against which rules")
public record DecisionProblem(
    @Parameter(value = "how many decisions there are", range = "[1, inf)") int count,
    @Parameter("the losses by which decisions are judged") List<DecisionLoss> losses,
    @Parameter(value = "the rules to compare with", byDefault = "{type: constants}")
        RuleClass rules) {
  public DecisionProblem {
    Check.atLeast("count", count, 1);
    Check.atLeast("losses", losses.size(), 1);
    losses = losses.stream().distinct().toList(); // in their order
  }

  /**
   * Refuses losses and rules that know other decisions or features than there are.
   *
   * @param features how many people have
   * @throws IllegalArgumentException with the loss or rule that does not fit
   */
  public void check(int features) {
    for (int k = 0; k < losses.size(); k++) {
      DecisionLoss loss = losses.get(k);
      within("losses[" + k + "]", () -> loss.check(count, features));
    }
    List<DecisionRule> all = rules.rules(count);
    for (int k = 0; k < all.size(); k++) {
      DecisionRule rule = all.get(k);
      within("rules[" + k + "]", () -> rule.check(count, features));
    }
  }

  private static void within(String name, Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + "." + e.getMessage(), e);
    }
  }
}
