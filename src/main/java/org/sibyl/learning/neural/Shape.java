package org.sibyl.learning.neural;

/**
 * A tensor of a network.
 *
 * @param name as in the published code, as {@code layers.0.weight}
 * @param rows at least 1
 * @param columns at least 1
 */
public record Shape(String name, int rows, int columns) {
  /** How many numbers. */
  public int size() {
    return rows * columns;
  }
}
