package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * One decision below a cut of a feature, another from the cut on.
 *
 * @param feature from 0
 * @param cut finite
 * @param below the decision about who has less
 * @param from the decision about who has the cut or more
 */
@About("one decision below a cut of a feature, another from the cut on")
public record Stump(
    @Parameter(value = "the feature, from 0", range = "[0, inf)") int feature,
    @Parameter(value = "where the feature is cut", range = "(-inf, inf)") double cut,
    @Parameter(value = "the decision below the cut, from 0", range = "[0, inf)") int below,
    @Parameter(value = "the decision from the cut on, from 0", range = "[0, inf)") int from)
    implements DecisionRule {
  public Stump {
    Check.atLeast("feature", feature, 0);
    Check.finite("cut", cut);
    Check.atLeast("below", below, 0);
    Check.atLeast("from", from, 0);
  }

  @Override
  public int decide(double[] features) {
    return features[feature] < cut ? below : from;
  }

  @Override
  public void check(int decisions, int features) {
    Places.feature("feature", feature, features);
    Places.decision("below", below, decisions);
    Places.decision("from", from, decisions);
  }
}
