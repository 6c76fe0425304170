package org.sibyl.learning.neural;

import java.util.Objects;
import org.sibyl.numeric.Check;

/**
 * A tensor of a network.
 *
 * @param name as in the published code, as {@code layer.0.weight}
 * @param rows at least 1
 * @param columns at least 1
 */
public record Shape(String name, int rows, int columns) {
  private static final int MOST = Integer.MAX_VALUE / Float.BYTES; // an array of its bytes exists

  public Shape {
    Objects.requireNonNull(name, "name");
    Check.atLeast(name + ".rows", rows, 1);
    Check.atLeast(name + ".columns", columns, 1);
    if (rows > MOST / columns) {
      throw Check.invalid(name, rows + " x " + columns, "must have at most " + MOST + " numbers");
    }
  }

  /** How many numbers. */
  public int size() {
    return rows * columns;
  }
}
