package org.sibyl.prediction;

import org.sibyl.numeric.Range;

/** The set, closed and convex, that parameters are kept in: Theta. */
public interface Domain {
  /** The nearest point of the set; a new array. */
  double[] project(double... theta);

  /** The values that a parameter can take when the others are free. */
  Range range(int parameter);

  /**
   * This domain, which fits so many parameters.
   *
   * @throws IllegalArgumentException when it does not
   */
  default Domain checked(int dimension) {
    return this;
  }

  /**
   * The points whose ball of that radius lies inside: where a method that looks about itself may
   * stand.
   *
   * @throws IllegalArgumentException when there is none, or this domain does not know them
   */
  default Domain inner(double radius) {
    throw new IllegalArgumentException(
        "domain: " + this + " does not know its inner points. Choose everywhere, a box or a ball.");
  }
}
