package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.strategic.Unmoved;
import org.sibyl.learning.Unchanging;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.LinearModel;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Silence;

/** Worlds in which people or outcomes respond to published parameters, and what they induce. */
final class Maps {
  static final Randomness RANDOMNESS = Randomness.of(20260701);

  private Maps() {}

  /** Outcomes respond to predictions, people do not. */
  static Dynamics outcomes(Nature nature) {
    return dynamics(new Unmoved(), nature, new ResetToBase());
  }

  /** People respond, their labels are recorded, and everything is forgotten. */
  static Dynamics people(ResponseModel response) {
    return dynamics(response, new RecordedLabels(), new ResetToBase());
  }

  static Dynamics dynamics(ResponseModel response, Nature nature, Carryover carryover) {
    return new Dynamics(
        response,
        nature,
        new FixedTrust(),
        carryover,
        new WholePopulation(),
        1,
        RANDOMNESS,
        Workers.serial());
  }

  static World world(Population people) {
    return world(people, Network.of(people.size()));
  }

  static World world(Population people, Network network) {
    return World.first(people, network, new Unchanging(new Silence()));
  }

  /** People whose features are generated, row after row, with the label 1. */
  static Population population(int size, int features, IntToDoubleFunction entry) {
    double[] entries = new double[size * features];
    Arrays.setAll(entries, entry);
    return Population.of(Matrix.of(size, features, entries))
        .with(Attribute.LABEL, Column.constant(size, 1));
  }

  /** People with one feature, 1 for everyone. */
  static Population alike(int size) {
    return population(size, 1, i -> 1);
  }

  /** People with one feature that is now the one, now the other value. */
  static Population alternating(int size, double one, double other) {
    return population(size, 1, i -> i % 2 == 0 ? one : other);
  }

  /** Normal features, each with its own mean. */
  static Population normal(int size, double deviation, double... means) {
    UniformRandomProvider random = RANDOMNESS.at(Draw.FEATURES, 0);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    return population(
        size, means.length, k -> means[k % means.length] + deviation * normal.sample());
  }

  /** The linear model of these weights. */
  static LinearModel linear(double... theta) {
    return new LinearModel(Column.of(theta), 0);
  }

  /** What deploying the linear model induces. */
  static Cohort induced(Dynamics dynamics, World world, double... theta) {
    return induced(dynamics, world, linear(theta));
  }

  static Cohort induced(Dynamics dynamics, World world, Model model) {
    return dynamics.distributionMap(world).sample(model, 0);
  }

  /** The mean of the features shown, one for each feature. */
  static double[] means(Matrix features) {
    double[] means = new double[features.columns()];
    Arrays.setAll(means, k -> features.column(k).mean());
    return means;
  }

  static double dot(double[] one, double... other) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += one[k] * other[k];
    }
    return sum;
  }

  /** How far the mean of n standard normals strays from 0: 6 deviations, chance 2e-9. */
  static double meanStrays(int n) {
    return 6 / StrictMath.sqrt(n);
  }

  /**
   * How far the mean square of n standard normals strays from 1 (Laurent and Massart 2000, lemma
   * 1): chance at most 2 exp(-20) = 4e-9.
   */
  static double squareStrays(int n) {
    return 2 * StrictMath.sqrt(20.0 / n) + 2 * 20.0 / n;
  }

  /** How far the frequency of an event strays in n tries (Hoeffding): chance 2 exp(-20) = 4e-9. */
  static double frequencyStrays(int n) {
    return StrictMath.sqrt(20 / (2.0 * n));
  }

  /** Residuals are normal with mean 0 and this deviation: a false alarm has chance 6e-9. */
  static void assertNoise(Column residuals, double deviation) {
    int n = residuals.size();
    assertThat(StrictMath.abs(residuals.mean())).isLessThan(deviation * meanStrays(n));
    double square = Column.generate(n, i -> residuals.get(i) * residuals.get(i)).mean();
    assertThat(StrictMath.abs(square / (deviation * deviation) - 1)).isLessThan(squareStrays(n));
  }
}
