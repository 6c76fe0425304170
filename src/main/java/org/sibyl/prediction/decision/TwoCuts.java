package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A pair of stumps: two cuts, and a decision for each of the four answers. The cuts may be of the
 * same feature.
 *
 * @param first the feature that is cut first, from 0
 * @param firstCut where, finite
 * @param second the feature that is cut second, from 0
 * @param secondCut where, finite
 * @param neither the decision about who is below both cuts
 * @param onlyFirst the decision about who reaches the first cut but not the second
 * @param onlySecond the decision about who reaches the second cut but not the first
 * @param both the decision about who reaches both
 */
@About("two cuts, and a decision for each of the four answers")
public record TwoCuts(
    @Parameter(value = "the feature that is cut first, from 0", range = "[0, inf)") int first,
    @Parameter(value = "where it is cut", range = "(-inf, inf)") double firstCut,
    @Parameter(value = "the feature that is cut second, from 0", range = "[0, inf)") int second,
    @Parameter(value = "where it is cut", range = "(-inf, inf)") double secondCut,
    @Parameter(value = "the decision below both cuts, from 0", range = "[0, inf)") int neither,
    @Parameter(value = "the decision from the first cut on only, from 0", range = "[0, inf)")
        int onlyFirst,
    @Parameter(value = "the decision from the second cut on only, from 0", range = "[0, inf)")
        int onlySecond,
    @Parameter(value = "the decision from both cuts on, from 0", range = "[0, inf)") int both)
    implements DecisionRule {
  public TwoCuts {
    Check.atLeast("first", first, 0);
    Check.finite("first-cut", firstCut);
    Check.atLeast("second", second, 0);
    Check.finite("second-cut", secondCut);
    Check.atLeast("neither", neither, 0);
    Check.atLeast("only-first", onlyFirst, 0);
    Check.atLeast("only-second", onlySecond, 0);
    Check.atLeast("both", both, 0);
  }

  @Override
  public int decide(double[] features) {
    if (features[first] < firstCut) {
      return features[second] < secondCut ? neither : onlySecond;
    }
    return features[second] < secondCut ? onlyFirst : both;
  }

  @Override
  public void check(int decisions, int features) {
    Places.feature("first", first, features);
    Places.feature("second", second, features);
    Places.decision("neither", neither, decisions);
    Places.decision("only-first", onlyFirst, decisions);
    Places.decision("only-second", onlySecond, decisions);
    Places.decision("both", both, decisions);
  }
}
