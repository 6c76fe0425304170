package org.sibyl.learning.optimization;

/** How a function bends around a point, as a matrix without negative eigenvalues. */
interface Curvature {
  /** The matrix times a vector. */
  double[] times(double[] vector);

  /** The step to the least value of the quadratic model that has this gradient. */
  double[] step(double[] gradient);
}
