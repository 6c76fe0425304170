package org.sibyl.learning.omniprediction.auditor;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.learning.omniprediction.Decided;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PairwiseVote;

/**
 * Reduces many decisions to contests between two (Beygelzimer et al. 2005, weighted all pairs, with
 * the difference of costs as the weight): for each pair the best stump that tells them apart, and
 * then the decision that wins most contests. Not exact: the contests know nothing of each other.
 * Takes a constant where the vote is no cheaper, and with two decisions it is {@link Stumps}.
 */
@About("contests between each two decisions by the best stump; most wins decide")
public record AllPairs() implements Auditor {
  @Override
  public Search on(Matrix features, int decisions) {
    SortedPoints sorted = SortedPoints.of(features, List.of(), Values.each());
    return costs ->
        cheaper(features, vote(sorted, costs), StumpSearch.constant(sorted, costs), costs);
  }

  private static DecisionRule vote(SortedPoints points, Costs costs) {
    List<DecisionRule> contests = new ArrayList<>();
    for (int one = 0; one < costs.decisions(); one++) {
      for (int other = one + 1; other < costs.decisions(); other++) {
        contests.add(StumpSearch.of(points, costs, one, other).rule(points));
      }
    }
    return contests.size() == 1 ? contests.get(0) : new PairwiseVote(costs.decisions(), contests);
  }

  private static DecisionRule cheaper(
      Matrix features, DecisionRule vote, Best constant, Costs costs) {
    double cost = costs.of(Decided.by(vote, features));
    return cost < constant.cost() ? vote : new Always(constant.below());
  }

  @Override
  public boolean isExact() {
    return false;
  }

  /**
   * At most so many ways to decide about these points: constants, and choices of a stump a pair.
   */
  @Override
  public double size(Matrix features, int decisions) {
    double contests = decisions * (decisions - 1.0) / 2;
    return decisions + StrictMath.pow(Stumps.all().size(features, 2), contests);
  }
}
