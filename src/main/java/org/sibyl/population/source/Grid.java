package org.sibyl.population.source;

import org.sibyl.numeric.Check;

/**
 * A rectangle of places; place {@code row * columns + column} lies at (row, column). Places are
 * near each other when they differ by at most the radius in row and in column (Moore's
 * neighborhood), a place itself not counted.
 *
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 * @param radius how far near is, at least 1
 * @param wrapping whether the last row is next to the first, and so with columns
 */
public record Grid(int rows, int columns, int radius, boolean wrapping) {
  private static final int PLACES = 100_000_000;

  public Grid {
    Check.atLeast("rows", rows, 1);
    Check.atLeast("columns", columns, 1);
    Check.atLeast("radius", radius, 1);
    if ((long) rows * columns > PLACES) {
      throw Check.invalid("rows x columns", rows + " x " + columns, "must not exceed " + PLACES);
    }
  }

  /** How many places there are. */
  public int places() {
    return rows * columns;
  }

  /** What is done with a place. */
  @FunctionalInterface
  interface Visitor {
    void visit(int place);
  }

  /** Visits all places near one, each once, always in the same order. */
  void near(int place, Visitor visitor) {
    int row = place / columns;
    int column = place % columns;
    for (int down = -back(rows); down <= ahead(rows); down++) {
      for (int right = -back(columns); right <= ahead(columns); right++) {
        if ((down != 0 || right != 0) && has(row + down, column + right)) {
          int r = StrictMath.floorMod(row + down, rows);
          visitor.visit(r * columns + StrictMath.floorMod(column + right, columns));
        }
      }
    }
  }

  /** On a grid that wraps, people do not see around it: no place is near twice. */
  private int back(int length) {
    return wrapping ? StrictMath.min(radius, (length - 1) / 2) : radius;
  }

  private int ahead(int length) {
    return wrapping ? StrictMath.min(radius, length / 2) : radius;
  }

  private boolean has(int row, int column) {
    return wrapping || 0 <= row && row < rows && 0 <= column && column < columns;
  }
}
