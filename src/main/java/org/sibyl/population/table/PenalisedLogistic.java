package org.sibyl.population.table;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Sample;

/**
 * The scores that people come with: logistic regression without an intercept of its own, whose
 * coefficients w minimise |w|^2 / 2 + the sum of logistic losses, to rounding, by Newton's method.
 * It is fitted before any model is deployed, as a step of preparing a table, and no part of what a
 * Predictor learns; so it is here and not with the learners, whom this package cannot know.
 */
final class PenalisedLogistic {
  private static final int MOST_STEPS = 100;
  private static final double SETTLED = 1e-10; // greatest part of a step, coefficients are about 1
  private static final double ROUNDING = 1e-12; // of a loss, relative

  private final Sample sample;

  private PenalisedLogistic(Sample sample) {
    this.sample = sample;
  }

  /**
   * The coefficients, one for each feature.
   *
   * @param sample of labels 0 and 1
   */
  static double[] fit(Sample sample) {
    return new PenalisedLogistic(sample).minimised();
  }

  /** The probability of label 1 for each person. */
  static Column probabilities(Matrix features, double... coefficients) {
    Column scores = features.times(coefficients);
    return Column.generate(scores.size(), i -> LogOdds.probability(scores.get(i)));
  }

  private double[] minimised() {
    double[] at = new double[sample.features().columns()];
    for (int count = 0; count < MOST_STEPS; count++) {
      double[] step = step(at);
      double[] next = moved(at, step, 1);
      double most = loss(at) * (1 + ROUNDING);
      for (double part = 0.5; loss(next) > most && part > SETTLED; part /= 2) {
        next = moved(at, step, part);
      }
      at = next;
      if (greatest(step) < SETTLED) {
        return at;
      }
    }
    throw new IllegalStateException("scores: Newton's method did not settle"); // it is convex
  }

  private double loss(double... at) {
    Column scores = sample.features().times(at);
    double squares = 0;
    for (double coefficient : at) {
      squares += coefficient * coefficient;
    }
    Column losses = Column.generate(scores.size(), i -> loss(scores.get(i), i));
    return squares / 2 + losses.sum();
  }

  private double loss(double score, int person) {
    double agreement = sample.labels().get(person) == 1 ? score : -score;
    return Math.max(0, -agreement) + StrictMath.log1p(StrictMath.exp(-Math.abs(agreement)));
  }

  /** Newton's step, from which the new coefficients are less. */
  private double[] step(double... at) {
    Column scores = sample.features().times(at);
    Column errors =
        Column.generate(
            scores.size(), i -> LogOdds.probability(scores.get(i)) - sample.labels().get(i));
    Column weights =
        Column.generate(
            scores.size(),
            i -> LogOdds.probability(scores.get(i)) * LogOdds.probability(-scores.get(i)));
    double[] gradient = at.clone(); // of the penalty
    sample.features().addTransposedTimes(errors, gradient);
    double[] hessian = sample.features().gram(weights).toArray();
    for (int k = 0; k < at.length; k++) {
      hessian[k * at.length + k] += 1;
    }
    return solved(hessian, gradient);
  }

  /** The penalty makes every Hessian positive definite. */
  private static double[] solved(double[] hessian, double[] gradient) {
    int size = gradient.length;
    var solver = new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
    if (!solver.setA(DMatrixRMaj.wrap(size, size, hessian))) {
      throw new IllegalArgumentException(
          "scores: features are too large to be fitted. Write standardise: true.");
    }
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    solver.solve(DMatrixRMaj.wrap(size, 1, gradient), solution);
    return solution.data;
  }

  private static double[] moved(double[] from, double[] step, double part) {
    double[] moved = from.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] -= part * step[k];
    }
    return moved;
  }

  private static double greatest(double... step) {
    double greatest = 0;
    for (double part : step) {
      greatest = Math.max(greatest, Math.abs(part));
    }
    return greatest;
  }
}
