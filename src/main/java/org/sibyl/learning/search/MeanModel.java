package org.sibyl.learning.search;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * A fitted model of how the mean of data moves with theta: a constant, plus a linear function of
 * theta, plus one of its squares.
 *
 * @param coefficients one row for each term (1, theta, theta squared), one column for each mean
 * @param parameters number of entries of theta
 */
record MeanModel(Matrix coefficients, int parameters) {
  private static final double CUT = 1e-12;

  /**
   * The least-squares fit.
   *
   * @param degree 1 without, 2 with the squares
   * @param thetas deployed
   * @param means what they led to
   */
  static MeanModel fit(int degree, List<Column> thetas, List<double[]> means) {
    int parameters = thetas.get(0).size();
    int terms = terms(degree, parameters);
    DMatrixRMaj design = new DMatrixRMaj(thetas.size(), terms);
    DMatrixRMaj targets = new DMatrixRMaj(thetas.size(), means.get(0).length);
    for (int i = 0; i < thetas.size(); i++) {
      double[] row = row(terms, thetas.get(i).toArray());
      for (int k = 0; k < terms; k++) {
        design.set(i, k, row[k]);
      }
      for (int k = 0; k < targets.numCols; k++) {
        targets.set(i, k, means.get(i)[k]);
      }
    }
    DMatrixRMaj coefficients = new DMatrixRMaj(terms, targets.numCols);
    CommonOps_DDRM.mult(PseudoInverse.of(design, CUT, 0), targets, coefficients);
    return new MeanModel(Matrix.of(terms, targets.numCols, coefficients.data), parameters);
  }

  /** How many coefficients a mean has. */
  static int terms(int degree, int parameters) {
    return 1 + degree * parameters;
  }

  private static double[] row(int terms, double... theta) {
    double[] row = new double[terms];
    row[0] = 1;
    for (int k = 1; k < terms; k++) {
      double value = theta[(k - 1) % theta.length];
      row[k] = k <= theta.length ? value : value * value;
    }
    return row;
  }

  /** The mean at theta. */
  double[] at(double... theta) {
    double[] mean = new double[coefficients.columns()];
    coefficients.addTransposedTimes(Column.of(row(coefficients.rows(), theta)), mean);
    return mean;
  }

  /** The gradient in theta of weights times mean. */
  double[] gradient(double[] theta, double... weights) {
    Column ofTerms = coefficients.times(weights);
    double[] gradient = new double[parameters];
    for (int k = 1; k < ofTerms.size(); k++) {
      double inner = k <= parameters ? 1 : 2 * theta[(k - 1) % parameters];
      gradient[(k - 1) % parameters] += inner * ofTerms.get(k);
    }
    return gradient;
  }
}
