package org.sibyl.learning.search;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.sibyl.numeric.Matrix;

/** The Moore-Penrose inverse, by singular values: those too small count as 0. */
final class PseudoInverse {
  private PseudoInverse() {}

  /**
   * The pseudo-inverse.
   *
   * @param matrix left as it is
   * @param cut singular values of at most this share of the largest count as 0
   * @param least so do those of at most this size
   */
  static DMatrixRMaj of(DMatrixRMaj matrix, double cut, double least) {
    var svd = DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, true, true, true);
    if (!svd.decompose(matrix.copy())) {
      throw new IllegalStateException("learning: singular values do not converge.");
    }
    double[] values = svd.getSingularValues();
    double largest = 0;
    for (int k = 0; k < svd.numberOfSingularValues(); k++) {
      largest = StrictMath.max(largest, values[k]);
    }
    DMatrixRMaj left = svd.getU(null, true); // rows: left singular vectors
    DMatrixRMaj right = svd.getV(null, false); // columns: right singular vectors
    DMatrixRMaj inverse = new DMatrixRMaj(matrix.numCols, matrix.numRows);
    for (int k = 0; k < svd.numberOfSingularValues(); k++) {
      if (values[k] > StrictMath.max(cut * largest, least)) {
        DMatrixRMaj u = CommonOps_DDRM.extractRow(left, k, null);
        DMatrixRMaj v = CommonOps_DDRM.extractColumn(right, k, null);
        CommonOps_DDRM.multAdd(1 / values[k], v, u, inverse);
      }
    }
    return inverse;
  }

  /** The shortest of the nearest solutions of a square system. */
  static double[] solve(Matrix matrix, double[] right) {
    DMatrixRMaj square = DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.toArray());
    DMatrixRMaj solution = new DMatrixRMaj(matrix.columns(), 1);
    CommonOps_DDRM.mult(of(square, 1e-12, 0), DMatrixRMaj.wrap(right.length, 1, right), solution);
    return solution.data;
  }
}
