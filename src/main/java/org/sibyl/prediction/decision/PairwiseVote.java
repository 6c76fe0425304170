package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * The decision that wins most contests between two; of equal ones the first.
 *
 * @param decisions how many there are
 * @param contests rules, each of which votes for one of two decisions
 */
@About("the decision that wins most contests between two")
public record PairwiseVote(
    @Parameter(value = "how many decisions there are", range = "[1, inf)") int decisions,
    @Parameter("rules, each of which votes for one of two decisions") List<DecisionRule> contests)
    implements DecisionRule {
  public PairwiseVote {
    Check.atLeast("decisions", decisions, 1);
    contests = List.copyOf(contests);
  }

  @Override
  public int decide(double[] features) {
    int[] votes = new int[decisions];
    for (DecisionRule contest : contests) {
      votes[contest.decide(features)]++;
    }
    int best = 0;
    for (int decision = 1; decision < decisions; decision++) {
      best = votes[decision] > votes[best] ? decision : best;
    }
    return best;
  }

  @Override
  public void check(int decisions, int features) {
    Check.sameSize("decisions", this.decisions, "the list of decisions", decisions);
    for (DecisionRule contest : contests) {
      contest.check(decisions, features);
    }
  }
}
