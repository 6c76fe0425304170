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
 * @param losses L, at least one
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
    losses = List.copyOf(losses);
  }
}
