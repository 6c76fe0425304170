package org.sibyl.metrics;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Check;

/**
 * The performative risk of models of two parameters on a square grid, and for each of them the
 * model that is best on the data it induces. What it says of stable and optimal points holds to
 * half a step of the grid.
 *
 * @param first values of the first parameter
 * @param second values of the second
 * @param risk by first and second parameter of the deployed model, which is also the evaluated one
 * @param best by the same, the place in the grid of the best evaluated model: first times the
 *     number of points plus second
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read as a whole
public record RiskPlane(double[] first, double[] second, double[][] risk, int[][] best) {
  /**
   * The plane over the whole range of both parameters.
   *
   * @param points of each axis, at least 2
   * @throws IllegalArgumentException when models do not have two parameters with finite bounds
   */
  public static RiskPlane of(DecoupledPerformativeRisk risk, int points) {
    Check.sameSize("theta", risk.hypotheses().dimension(), "the plane", 2);
    double[] first = RiskLandscape.axis(risk.hypotheses().range(0), points);
    double[] second = RiskLandscape.axis(risk.hypotheses().range(1), points);
    double[][] all = new double[points * points][];
    for (int k = 0; k < all.length; k++) {
      all[k] = new double[] {first[StrictMath.floorDiv(k, points)], second[k % points]};
    }
    double[][] risks = new double[points][points];
    int[][] best = new int[points][points];
    for (int k = 0; k < all.length; k++) {
      double[] evaluated = risk.of(all[k], all);
      risks[StrictMath.floorDiv(k, points)][k % points] = evaluated[k];
      best[StrictMath.floorDiv(k, points)][k % points] = lowest(evaluated, k);
    }
    return new RiskPlane(first, second, risks, best);
  }

  /** The place of the least value; of equal ones the given place, else the first. */
  private static int lowest(double[] values, int place) {
    int lowest = place;
    for (int k = 0; k < values.length; k++) {
      if (values[k] < values[lowest]) {
        lowest = k;
      }
    }
    return lowest;
  }

  /** The performatively stable pairs: each is best where it is itself deployed. */
  public List<double[]> stable() {
    List<double[]> stable = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        if (best[i][j] == i * second.length + j && !Double.isNaN(risk[i][j])) {
          stable.add(new double[] {first[i], second[j]});
        }
      }
    }
    return stable;
  }

  /** The performatively optimal pair: of least risk where it is itself deployed. */
  public double[] optimal() {
    int row = 0;
    int column = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        if (Double.isNaN(risk[row][column]) || risk[i][j] < risk[row][column]) {
          row = i;
          column = j;
        }
      }
    }
    return new double[] {first[row], second[column]};
  }
}
