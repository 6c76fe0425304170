package org.sibyl.learning.omniprediction.oblivious;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All ways in which a line splits points of the plane: a line turns about each point, the pivot,
 * and between two other points that it meets it splits off what is to its left, without the pivot.
 * Every line that splits the points can be moved to its right until it meets one of them alone, so
 * nothing is missed but the split into all and none. The sums of the left side are updated when the
 * line meets a point, so this takes O(V squared log V) time and O(V) memory. Directions closer than
 * 1e-12 are the same.
 */
final class PivotSweep {
  private static final double NARROW = 1e-12;

  /** Is told of every split. */
  interface Visitor {
    /**
     * A split.
     *
     * @param left sum of masses to the left of the line, by decision; not to be kept
     */
    void split(Split split, double[] left);
  }

  private final Residuals residuals;

  PivotSweep(Residuals residuals) {
    this.residuals = residuals;
  }

  void visit(Visitor visitor) {
    for (int pivot = 0; pivot < residuals.size(); pivot++) {
      turn(pivot, visitor);
    }
  }

  private void turn(int pivot, Visitor visitor) {
    int[] others = IntStream.range(0, residuals.size()).filter(i -> i != pivot).toArray();
    double[] angles = new double[residuals.size()];
    boolean[] ahead = new boolean[residuals.size()];
    double[] left = new double[2];
    for (int other : others) {
      double x = residuals.probability(other, 0) - residuals.probability(pivot, 0);
      double y = residuals.probability(other, 1) - residuals.probability(pivot, 1);
      ahead[other] = y > 0 || y == 0 && x > 0;
      angles[other] = ahead[other] ? StrictMath.atan2(y, x) : StrictMath.atan2(0 - y, 0 - x);
      add(left, other, ahead[other] ? 1 : 0);
    }
    int[] order = sorted(others, angles);
    for (int event = 0; event < order.length; event++) {
      add(left, order[event], ahead[order[event]] ? -1 : 1); // leaves in front, comes from behind
      double next =
          event + 1 < order.length ? angles[order[event + 1]] : angles[order[0]] + StrictMath.PI;
      double angle = angles[order[event]];
      if (next - angle > NARROW) {
        double middle = angle + (next - angle) / 2;
        visitor.split(new Split(pivot, middle), left);
      }
    }
  }

  private static int[] sorted(int[] others, double[] angles) {
    return IntStream.of(others)
        .boxed()
        .sorted(Comparator.comparingDouble(other -> angles[other]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void add(double[] sums, int vector, double sign) {
    sums[0] += sign * residuals.mass(vector, 0);
    sums[1] += sign * residuals.mass(vector, 1);
  }
}
