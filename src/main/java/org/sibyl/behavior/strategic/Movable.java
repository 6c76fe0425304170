package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;

/** Which features people can move. */
final class Movable {
  private Movable() {}

  /** The stated features, copied: none below 0, none twice. */
  static Optional<List<Integer>> checked(Optional<List<Integer>> stated) {
    Optional<List<Integer>> copy = stated.map(List::copyOf);
    copy.ifPresent(
        list -> {
          for (int at = 0; at < list.size(); at++) {
            Check.atLeast("features[" + at + "]", list.get(at), 0);
            if (list.indexOf(list.get(at)) < at) {
              throw Check.invalid(
                  "features[" + at + "]", Integer.toString(list.get(at)), "is stated twice");
            }
          }
        });
    return copy;
  }

  /**
   * The features to move: the stated, or else all but a last one that is 1 for everyone. That one
   * carries the intercept of a linear model and is nobody's to move.
   */
  static int[] of(Optional<List<Integer>> stated, Matrix features) {
    int columns = features.columns();
    return stated
        .map(list -> inside(list, columns))
        .orElseGet(
            () -> IntStream.range(0, endsInOnes(features) ? columns - 1 : columns).toArray());
  }

  private static int[] inside(List<Integer> stated, int columns) {
    for (int k : stated) {
      if (k >= columns) {
        throw Check.invalid(
            "features",
            Integer.toString(k),
            "is not one of the " + columns + " features, which count from 0");
      }
    }
    return stated.stream().mapToInt(k -> k).toArray();
  }

  private static boolean endsInOnes(Matrix features) {
    int last = features.columns() - 1;
    for (int i = 0; i < features.rows(); i++) {
      if (features.get(i, last) != 1) {
        return false;
      }
    }
    return true;
  }
}
