package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A decision tree: one rule below a cut of a feature, another from the cut on. A feature that is
 * not a number counts as from the cut on.
 *
 * @param feature from 0
 * @param cut finite
 * @param below decides about who has less
 * @param from decides about who has the cut or more
 */
@About("one rule below a cut of a feature, another from the cut on: a tree of decisions")
public record Split(
    @Parameter(value = "the feature, from 0", range = "[0, inf)") int feature,
    @Parameter(value = "where the feature is cut", range = "(-inf, inf)") double cut,
    @Parameter("decides below the cut") DecisionRule below,
    @Parameter("decides from the cut on") DecisionRule from)
    implements DecisionRule {
  public Split {
    Check.atLeast("feature", feature, 0);
    Check.finite("cut", cut);
  }

  @Override
  public int decide(double[] features) {
    return (features[feature] < cut ? below : from).decide(features);
  }

  @Override
  public void check(int decisions, int features) {
    Places.feature("feature", feature, features);
    below.check(decisions, features);
    from.check(decisions, features);
  }
}
