package org.sibyl.learning;

/** When an iteration over parameters is lost. */
public final class Divergence {
  /** Norms above this are beyond any scale on which features are standardised. */
  public static final double BOUND = 1e8;

  private Divergence() {}

  /**
   * Parameters that are still in bounds.
   *
   * @return them
   * @throws DivergenceException when their norm exceeds {@link #BOUND} or is no number
   */
  public static double[] check(double... theta) {
    double squares = 0;
    for (double value : theta) {
      squares += value * value;
    }
    double norm = StrictMath.sqrt(squares);
    if (!(norm <= BOUND)) {
      throw new DivergenceException(
          "the learner diverged: the norm of theta is " + norm + ", beyond " + BOUND + ".");
    }
    return theta;
  }
}
