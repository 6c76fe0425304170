package org.sibyl.learning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Problem;

/**
 * What of a cohort is taken to move with theta: the part of z = (x, y) whose mean is modelled, or
 * the coefficients of y on x.
 */
public enum Statistic {
  /** The features. */
  FEATURES {
    @Override
    Matrix of(Cohort cohort) {
      return cohort.features();
    }

    @Override
    Cohort with(Cohort cohort, Matrix values) {
      return cohort.with(values, cohort.outcomes());
    }

    @Override
    Matrix slopes(Problem problem, double[] theta, Cohort cohort) {
      return problem.meanFeatureSlopes(theta, cohort);
    }
  },
  /** The outcome. */
  OUTCOME {
    @Override
    Matrix of(Cohort cohort) {
      return cohort.outcomes().asMatrix();
    }

    @Override
    Cohort with(Cohort cohort, Matrix values) {
      return cohort.with(cohort.features(), values.column(0));
    }

    @Override
    Matrix slopes(Problem problem, double[] theta, Cohort cohort) {
      return problem.meanOutcomeSlopes(theta, cohort).asMatrix();
    }
  },
  /**
   * The least-squares coefficients of the outcome on the features: y ~ N(f . x, deviation^2), as in
   * the regression of Izzo et al. 2021. A constant feature makes an intercept. On features that
   * tell groups apart (one-hot) they are the means of the groups' outcomes.
   */
  COEFFICIENTS {
    @Override
    Matrix of(Cohort cohort) {
      return cohort.outcomes().asMatrix();
    }

    @Override
    Cohort with(Cohort cohort, Matrix values) {
      return cohort.with(cohort.features(), values.column(0));
    }

    @Override
    int size(int features) {
      return features;
    }

    @Override
    double[] estimate(Cohort seen) {
      Matrix features = seen.features();
      double[] products = new double[features.columns()];
      features.addTransposedTimes(seen.outcomes(), products);
      Matrix squares = features.gram(Column.constant(seen.size(), 1));
      return PseudoInverse.solve(squares, products);
    }

    @Override
    Matrix deviations(Cohort seen, double[] estimate) {
      Column told = seen.features().times(estimate);
      return weighted(
          seen.features(), Column.generate(seen.size(), i -> seen.outcomes().get(i) - told.get(i)));
    }

    @Override
    Cohort moved(Cohort cohort, double... by) {
      Column told = cohort.features().times(by);
      return cohort.with(
          cohort.features(),
          Column.generate(cohort.size(), i -> cohort.outcomes().get(i) + told.get(i)));
    }

    @Override
    Matrix slopes(Problem problem, double[] theta, Cohort cohort) {
      return weighted(cohort.features(), problem.meanOutcomeSlopes(theta, cohort));
    }
  };

  /** Everyone's value, cohort x dimension. */
  abstract Matrix of(Cohort cohort);

  /** The cohort with other values. */
  abstract Cohort with(Cohort cohort, Matrix values);

  /** The slope of the mean loss in everyone's value. */
  abstract Matrix slopes(Problem problem, double[] theta, Cohort cohort);

  /** How many numbers it has on so many features. */
  int size(int features) {
    return this == FEATURES ? features : 1;
  }

  /** Its estimate from people whose labels are all seen: the mean, unless stated otherwise. */
  double[] estimate(Cohort seen) {
    Matrix values = of(seen);
    double[] mean = new double[values.columns()];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = values.column(k).mean();
    }
    return mean;
  }

  /**
   * What everyone contributes to the score of the Gaussian law at an estimate, times the variance:
   * the deviation from it.
   */
  Matrix deviations(Cohort seen, double[] estimate) {
    double[] values = of(seen).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] -= estimate[i % estimate.length];
    }
    return Matrix.of(seen.size(), estimate.length, values);
  }

  private static Matrix weighted(Matrix features, Column weights) {
    double[] values = features.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= weights.get(i / features.columns());
    }
    return Matrix.of(features.rows(), features.columns(), values);
  }

  /** The cohort when what is modelled moves by so much. */
  Cohort moved(Cohort cohort, double... by) {
    double[] values = of(cohort).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += by[i % by.length];
    }
    return with(cohort, Matrix.of(cohort.size(), by.length, values));
  }

  /** Those whose label is seen. */
  static Cohort seen(Cohort cohort) {
    int[] rows =
        IntStream.range(0, cohort.size())
            .filter(i -> !Double.isNaN(cohort.outcomes().get(i)))
            .toArray();
    Column outcomes = Column.generate(rows.length, i -> cohort.outcomes().get(rows[i]));
    return anonymous(cohort.features().rows(rows), outcomes);
  }

  /** All people of these cohorts, in order. */
  static Cohort pool(List<Cohort> cohorts) {
    int columns = cohorts.get(0).features().columns();
    int people = cohorts.stream().mapToInt(Cohort::size).sum();
    double[] features = new double[people * columns];
    double[] outcomes = new double[people];
    int at = 0;
    for (Cohort cohort : new ArrayList<>(cohorts)) {
      double[] own = cohort.features().toArray();
      System.arraycopy(own, 0, features, at * columns, own.length);
      System.arraycopy(cohort.outcomes().toArray(), 0, outcomes, at, cohort.size());
      at += cohort.size();
    }
    return anonymous(Matrix.of(people, columns, features), Column.owning(outcomes));
  }

  private static Cohort anonymous(Matrix features, Column outcomes) {
    return new Cohort(
        0,
        IntStream.range(0, outcomes.size()).toArray(),
        features,
        Column.constant(outcomes.size(), Double.NaN),
        outcomes,
        java.util.Optional.empty(),
        java.util.Optional.empty());
  }
}
