package org.sibyl.learning.descent;

import org.sibyl.numeric.Column;

/**
 * What an optimizer remembers of past gradients.
 *
 * @param first running sum or mean of gradients
 * @param second running sum or mean of their squares
 * @param steps how many it counts; 0 where the count does not matter
 */
public record Memory(Column first, Column second, int steps) {
  /** Nothing yet. */
  public static Memory none(int dimension) {
    Column zero = Column.constant(dimension, 0);
    return new Memory(zero, zero, 0);
  }
}
