package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;

/**
 * The probability of label 1 whose log-odds are a weighted sum of the features.
 *
 * @param weights one for each feature
 */
public record LogisticModel(Column weights) implements Parametric {
  @Override
  public double[] theta() {
    return weights.toArray();
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    Column logOdds = logOdds(features);
    return Column.generate(logOdds.size(), i -> LogOdds.probability(logOdds.get(i)));
  }

  @Override
  public void addGradient(Matrix features, Column slopes, double[] into) {
    Column logOdds = logOdds(features);
    features.addTransposedTimes(
        Column.generate(slopes.size(), i -> slopes.get(i) * steepness(logOdds.get(i))), into);
  }

  @Override
  public void featureGradient(double[] features, double[] into) {
    double logOdds = 0;
    for (int k = 0; k < features.length; k++) {
      logOdds += weights.get(k) * features[k];
    }
    double steepness = steepness(logOdds);
    for (int k = 0; k < into.length; k++) {
      into[k] = steepness * weights.get(k);
    }
  }

  private Column logOdds(Matrix features) {
    Check.sameSize("theta", weights.size(), "the features", features.columns());
    return features.times(weights.toArray());
  }

  /** The slope of the probability in its log-odds; loses nothing at either end. */
  private static double steepness(double logOdds) {
    return LogOdds.probability(logOdds) * LogOdds.probability(-logOdds);
  }
}
