package org.sibyl.learning.optimization;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.sibyl.learning.DivergenceException;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Vectors;

/**
 * A Hessian that is singular or bends downwards, made safe in its own axes: where it bends down it
 * counts as bending up as much; where it is flat there is no step without slope (so that of many
 * minimisers of the model the nearest is taken), and with slope a step of the parameters' own size.
 */
final class FlattenedCurvature implements Curvature {
  /** Curvature below this part of the greatest is rounding. */
  private static final double FLAT = 1e-13;

  /** Slopes below this part of the gradient are rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[][] axes;
  private final double[] bends;
  private final boolean[] flat;
  private final double negligible;

  private FlattenedCurvature(double[][] axes, double[] bends, boolean[] flat, double negligible) {
    this.axes = axes;
    this.bends = bends;
    this.flat = flat;
    this.negligible = negligible;
  }

  static FlattenedCurvature of(Matrix hessian, Point here, double negligible) {
    int size = hessian.rows();
    var decomposition = DecompositionFactory_DDRM.eig(size, true, true);
    if (!decomposition.decompose(DMatrixRMaj.wrap(size, size, hessian.toArray()))) {
      throw new DivergenceException(
          "minimiser: the Hessian has no eigenvalues. Maybe a feature is infinite.");
    }
    double[][] axes = new double[size][];
    double[] bends = new double[size];
    double greatest = 0;
    for (int k = 0; k < size; k++) {
      axes[k] = decomposition.getEigenVector(k).data.clone();
      bends[k] = StrictMath.abs(decomposition.getEigenvalue(k).getReal());
      greatest = StrictMath.max(greatest, bends[k]);
    }
    double ownSize = StrictMath.max(1, Vectors.norm(here.theta()));
    boolean[] flat = new boolean[size];
    for (int k = 0; k < size; k++) {
      flat[k] = bends[k] <= FLAT * greatest;
      bends[k] = flat[k] ? Vectors.norm(here.gradient()) / ownSize : bends[k];
    }
    return new FlattenedCurvature(
        axes, bends, flat, negligible / StrictMath.sqrt(StrictMath.max(1, size)));
  }

  @Override
  public double[] times(double[] vector) {
    double[] product = new double[vector.length];
    for (int k = 0; k < axes.length; k++) {
      Vectors.add(product, bends[k] * Vectors.dot(axes[k], vector), axes[k]);
    }
    return product;
  }

  @Override
  public double[] step(double[] gradient) {
    double ignored = StrictMath.max(negligible, ROUNDING * Vectors.norm(gradient));
    double[] step = new double[gradient.length];
    for (int k = 0; k < axes.length; k++) {
      double slope = Vectors.dot(axes[k], gradient);
      if (!(flat[k] && StrictMath.abs(slope) <= ignored)) {
        Vectors.add(step, -slope / bends[k], axes[k]);
      }
    }
    return step;
  }
}
