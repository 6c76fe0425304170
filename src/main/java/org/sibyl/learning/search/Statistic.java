package org.sibyl.learning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Problem;

/** What of a cohort is taken to move with theta: the part of z = (x, y) whose mean is modelled. */
public enum Statistic {
  /** The features. */
  FEATURES {
    @Override
    Matrix of(Cohort cohort) {
      return cohort.features();
    }

    @Override
    Cohort with(Cohort cohort, Matrix values) {
      return copy(cohort, values, cohort.outcomes());
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
      return copy(cohort, cohort.features(), values.column(0));
    }

    @Override
    Matrix slopes(Problem problem, double[] theta, Cohort cohort) {
      return problem.meanOutcomeSlopes(theta, cohort).asMatrix();
    }
  };

  /** Everyone's value, cohort x dimension. */
  abstract Matrix of(Cohort cohort);

  /** The cohort with other values. */
  abstract Cohort with(Cohort cohort, Matrix values);

  /** The slope of the mean loss in everyone's value. */
  abstract Matrix slopes(Problem problem, double[] theta, Cohort cohort);

  /** The mean over all whose label is seen. */
  double[] mean(Cohort seen) {
    Matrix values = of(seen);
    double[] mean = new double[values.columns()];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = values.column(k).mean();
    }
    return mean;
  }

  /** The cohort when everyone's value moves alike. */
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

  private static Cohort copy(Cohort cohort, Matrix features, Column outcomes) {
    return new Cohort(
        cohort.round(),
        cohort.individuals(),
        features,
        cohort.predictions(),
        outcomes,
        cohort.propensities(),
        cohort.labelled());
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
