package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * A weighted sum of the features, plus a fixed number.
 *
 * @param weights one for each feature
 * @param offset fixed, not learned
 */
public record LinearModel(Column weights, double offset) implements Parametric {
  @Override
  public double[] theta() {
    return weights.toArray();
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    Check.sameSize("theta", weights.size(), "the features", features.columns());
    Column sums = features.times(weights.toArray());
    return offset == 0 ? sums : Column.generate(sums.size(), i -> sums.get(i) + offset);
  }

  @Override
  public void addGradient(Matrix features, Column slopes, double[] into) {
    features.addTransposedTimes(slopes, into);
  }

  @Override
  public void featureGradient(double[] features, double[] into) {
    for (int k = 0; k < into.length; k++) {
      into[k] = weights.get(k);
    }
  }
}
