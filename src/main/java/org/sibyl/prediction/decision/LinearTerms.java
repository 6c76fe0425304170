package org.sibyl.prediction.decision;

import java.util.List;
import java.util.OptionalInt;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Features and the decision as numbers: a constant, each feature, what the decision is worth, and
 * where wanted its product with a feature.
 *
 * @param worth of each decision, a number
 * @param product the feature whose product with the decision is a term, from 0; none for no product
 */
@About("features and the decision as numbers, where wanted with a product")
public record LinearTerms(
    @Parameter("what each decision is worth") List<Double> worth,
    @Parameter(
            value = "the feature whose product with the decision is a term, from 0",
            range = "[0, inf)")
        OptionalInt product)
    implements LogisticTerms {
  public LinearTerms {
    worth = Places.within("worth", worth, Range.FINITE);
    product.ifPresent(number -> Check.atLeast("product", number, 0));
  }

  @Override
  public int decisions() {
    return worth.size();
  }

  @Override
  public int size(int features) {
    return features + (product.isPresent() ? 3 : 2);
  }

  @Override
  public void put(double[] features, int decision, double[] into) {
    into[0] = 1;
    System.arraycopy(features, 0, into, 1, features.length);
    into[features.length + 1] = worth.get(decision);
    if (product.isPresent()) {
      into[features.length + 2] = features[product.getAsInt()] * worth.get(decision);
    }
  }

  @Override
  public void check(int features) {
    product.ifPresent(number -> Places.feature("product", number, features));
  }
}
