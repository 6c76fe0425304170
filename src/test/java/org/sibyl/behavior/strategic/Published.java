package org.sibyl.behavior.strategic;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.Given;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Population;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.LinearModel;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Parametric;

/** Situations in which a model is published, and small people who read it. */
final class Published {
  private Published() {}

  static Population people(double[]... rows) {
    int columns = rows[0].length;
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return Population.of(Matrix.of(rows.length, columns, all));
  }

  static double[] row(double... features) {
    return features;
  }

  static LinearModel linear(double... theta) {
    return new LinearModel(Column.of(theta), 0);
  }

  static Situation situation(int round, Population people, Model model) {
    return situation(round, people, Network.of(people.size()), model);
  }

  static Situation situation(int round, Population people, Network network, Model model) {
    Column silent = Column.constant(people.size(), Double.NaN);
    return new Situation(
        new Deployment(round, model, silent), people, network, Randomness.of(20260702));
  }

  /** The features that people show in round 1. */
  static Matrix shown(FeatureResponse response, Population people, Model model) {
    return Given.respond(response, situation(1, people, model)).features();
  }

  static double[] row(Matrix features, int individual) {
    double[] row = new double[features.columns()];
    features.copyRow(individual, row);
    return row;
  }

  static StrategicFeatures moves(double sensitivity) {
    return new StrategicFeatures(sensitivity, Optional.empty());
  }

  /** A score that is not linear: theta_0 x_0^2 + theta_1 x_0 x_1 + theta_2. */
  record Curved(Column weights) implements Parametric {
    @Override
    public double[] theta() {
      return weights.toArray();
    }

    @Override
    public Column predict(Matrix features, UniformRandomProvider random) {
      return Column.generate(
          features.rows(),
          i -> {
            double x = features.get(i, 0);
            return weights.get(0) * x * x
                + weights.get(1) * x * features.get(i, 1)
                + weights.get(2);
          });
    }

    @Override
    public void addGradient(Matrix features, Column slopes, double[] into) {
      throw new UnsupportedOperationException("nobody learns here");
    }

    @Override
    public void featureGradient(double[] features, double[] into) {
      into[0] = 2 * weights.get(0) * features[0] + weights.get(1) * features[1];
      into[1] = weights.get(1) * features[0];
    }
  }
}
