package org.sibyl.learning.optimization;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Vectors;

/** The Hessian itself, where it is safely positive definite. */
final class ExactCurvature implements Curvature {
  /** Pivots smaller than this part of the greatest make Newton's step noise. */
  private static final double SAFE = 1e-10;

  private final Matrix hessian;
  private final LinearSolverChol_DDRM solver;

  private ExactCurvature(Matrix hessian, LinearSolverChol_DDRM solver) {
    this.hessian = hessian;
    this.solver = solver;
  }

  /**
   * The curvature that a Hessian has.
   *
   * @param negligible parts of a gradient that are this small ask for no step where the function is
   *     flat
   */
  static Curvature of(Matrix hessian, Point here, double negligible) {
    int size = hessian.rows();
    var cholesky = new CholeskyDecompositionInner_DDRM(true);
    var solver = new LinearSolverChol_DDRM(cholesky);
    if (solver.setA(DMatrixRMaj.wrap(size, size, hessian.toArray())) && safe(cholesky.getT())) {
      return new ExactCurvature(hessian, solver);
    }
    return FlattenedCurvature.of(hessian, here, negligible);
  }

  private static boolean safe(DMatrixRMaj triangle) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int k = 0; k < triangle.numRows; k++) {
      double pivot = triangle.get(k, k) * triangle.get(k, k);
      least = StrictMath.min(least, pivot);
      greatest = StrictMath.max(greatest, pivot);
    }
    return least > SAFE * greatest;
  }

  @Override
  public double[] times(double[] vector) {
    return hessian.times(vector).toArray();
  }

  @Override
  public double[] step(double[] gradient) {
    DMatrixRMaj solution = new DMatrixRMaj(gradient.length, 1);
    solver.solve(DMatrixRMaj.wrap(gradient.length, 1, gradient.clone()), solution);
    return Vectors.times(-1, solution.data);
  }
}
