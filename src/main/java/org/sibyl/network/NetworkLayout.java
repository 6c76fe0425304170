package org.sibyl.network;

import org.sibyl.numeric.Matrix;

/**
 * Where individuals are drawn. Positions lie in the unit square and depend on the network alone.
 */
public enum NetworkLayout {
  /** Neighbors near each other: Fruchterman and Reingold 1991. */
  FORCE_DIRECTED {
    @Override
    public Matrix place(Network network) {
      return spread(network.size(), ForceDirected.place(network));
    }
  },
  /** On a circle, in order. */
  CIRCULAR {
    @Override
    public Matrix place(Network network) {
      int size = network.size();
      double[] positions = new double[2 * size];
      for (int i = 0; i < size; i++) {
        double angle = 2 * StrictMath.PI * i / size;
        positions[2 * i] = 0.5 + 0.5 * StrictMath.sin(angle);
        positions[2 * i + 1] = 0.5 - 0.5 * StrictMath.cos(angle);
      }
      return Matrix.of(size, 2, positions);
    }
  },
  /** In rows of a square, in order. */
  GRID {
    @Override
    public Matrix place(Network network) {
      int size = network.size();
      int side = (int) StrictMath.ceil(StrictMath.sqrt(size));
      double[] positions = new double[2 * size];
      for (int i = 0; i < size; i++) {
        positions[2 * i] = (i % side + 0.5) / side;
        positions[2 * i + 1] = (i / side + 0.5) / side;
      }
      return Matrix.of(size, 2, positions);
    }
  };

  /**
   * Positions of all individuals: size x 2, x to the right and y downwards, in [0, 1].
   *
   * @param network who sees whom
   */
  public abstract Matrix place(Network network);

  /** Stretched to the whole square. */
  private static Matrix spread(int size, double[] positions) {
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < size; i++) {
        low = StrictMath.min(low, positions[2 * i + axis]);
        high = StrictMath.max(high, positions[2 * i + axis]);
      }
      for (int i = 0; i < size; i++) {
        positions[2 * i + axis] = high > low ? (positions[2 * i + axis] - low) / (high - low) : 0.5;
      }
    }
    return Matrix.of(size, 2, positions);
  }
}
