package org.sibyl.network;

import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.GridGraphGenerator;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A rectangle in which everyone sees the next in each of the 4 directions, without wrapping around.
 * Individual {@code row * columns + column} stands at (row, column).
 *
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 */
@About("lattice: a rectangle with 4 neighbors inside, 3 on an edge, 2 in a corner")
public record Lattice(
    @Parameter(value = "number of rows", range = "[1, inf)") int rows,
    @Parameter(value = "number of columns", range = "[1, inf)") int columns)
    implements NetworkGenerator {
  public Lattice {
    Check.atLeast("rows", rows, 1);
    Check.atLeast("columns", columns, 1);
    if ((long) rows * columns > Limits.EDGES / 2) {
      throw Check.invalid(
          "rows x columns", rows + " x " + columns, "must not exceed " + Limits.EDGES / 2);
    }
  }

  @Override
  public OptionalInt fixedSize() {
    return OptionalInt.of(rows * columns);
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.fixed(size, rows * columns, "a lattice of " + rows + " x " + columns);
    // JGraphT's grid has at least two rows and two columns.
    return rows > 1 && columns > 1 && Limits.comfortable(2L * size)
        ? GraphLibrary.network(new GridGraphGenerator<>(rows, columns))
        : direct();
  }

  Network direct() {
    EdgeBuffer edges = new EdgeBuffer(2 * rows * columns);
    for (int i = 0; i < rows * columns; i++) {
      if ((i + 1) % columns != 0) {
        edges.add(i, i + 1);
      }
      if (i + columns < rows * columns) {
        edges.add(i, i + columns);
      }
    }
    return edges.network(rows * columns);
  }
}
