package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A world in which decisions only matter together with the person: P(y = 1) = 1/2 + strength x
 * y-hat, with the two decisions y-hat worth -1 and +1. No model without their product sees
 * anything.
 *
 * @param strength beta, in [0, 1/2]
 * @param feature that is x, from 0; people must have it in [-1, 1]
 */
@About("P(y = 1) = 1/2 + strength x y-hat, with two decisions y-hat worth -1 and +1")
public record Product(
    @Parameter(value = "beta", range = "[0, 0.5]") double strength,
    @Parameter(value = "the feature that is x, from 0", range = "[0, inf)", byDefault = "0")
        int feature)
    implements OutcomeModel {
  private static final Range STRENGTHS = Range.parse("[0, 0.5]");
  private static final Range VALUES = Range.parse("[-1, 1]");

  public Product {
    Check.within("strength", strength, STRENGTHS);
    Check.atLeast("feature", feature, 0);
  }

  @Override
  public int decisions() {
    return 2;
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    double product = strength * Check.within("law: feature " + feature, features[feature], VALUES);
    into[0] = 0.5 - product;
    into[1] = 0.5 + product;
  }

  @Override
  public void check(int features) {
    Places.feature("feature", feature, features);
  }
}
