package org.sibyl.scenario.sweep;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/** What designs ask of the varied paths and their levels. */
final class Paths {
  private Paths() {}

  static List<Levels> some(List<Levels> levels) {
    if (levels.isEmpty()) {
      throw new IllegalArgumentException(
          "design: there is nothing to vary. Name a path and its values, as in --vary"
              + " network.edges-per-node=1,2,3 or under vary in the sweep section.");
    }
    return List.copyOf(levels);
  }

  static List<Levels> withSingleValues(List<Levels> levels, String design) {
    for (Levels level : some(levels)) {
      if (level.count() == 0) {
        String ends = level.text().replace("..", ",");
        throw new IllegalArgumentException(
            ("design: " + design + " needs single values, not the interval " + level.text())
                + (". Write a step (" + level.text() + "/0.1) or how many (lin(" + ends + ",5)),")
                + " or choose a design that draws, like latin-hypercube.");
      }
    }
    return List.copyOf(levels);
  }

  /** The product of these counts. */
  static long notTooMany(Stream<Long> counts) {
    BigInteger product =
        counts.map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    if (product.compareTo(BigInteger.valueOf(Points.MOST)) > 0) {
      throw new IllegalArgumentException(
          "design: has " + product + " points, more than " + Points.MOST + ". Give fewer values.");
    }
    return product.longValueExact();
  }
}
