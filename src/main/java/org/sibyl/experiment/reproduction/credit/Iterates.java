package org.sibyl.experiment.reproduction.credit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sibyl.experiment.reproduction.Expected.Table;

/**
 * Parameters that published code, or an exact solver beside it, went through: committed, not made
 * by this program.
 */
final class Iterates {
  private static final int DIMENSION = 11;

  private final Map<String, double[]> thetas = new LinkedHashMap<>();

  private Iterates() {}

  static Iterates shipped() {
    Iterates all = new Iterates();
    for (Map<String, String> row : Table.read("credit-iterates.csv")) {
      double[] theta = new double[DIMENSION];
      for (int k = 0; k < DIMENSION; k++) {
        theta[k] = Table.number(row, "theta" + k);
      }
      all.thetas.put(Table.text(row, "run") + "," + Table.text(row, "round"), theta);
    }
    return all;
  }

  /** Whether this round of the run is recorded. */
  boolean has(String run, int round) {
    return thetas.containsKey(run + "," + round);
  }

  /**
   * The parameters of a run after so many rounds.
   *
   * @throws IllegalArgumentException when they are not recorded
   */
  double[] theta(String run, int round) {
    double[] theta = thetas.get(run + "," + round);
    if (theta == null) {
      throw new IllegalArgumentException(run + ", round " + round + ": is not recorded.");
    }
    return theta.clone();
  }

  /** How far parameters are from those of a run after so many rounds. */
  double distance(String run, int round, double... theta) {
    return distance(theta(run, round), theta);
  }

  static double distance(double[] one, double... other) {
    double squares = 0;
    for (int k = 0; k < one.length; k++) {
      squares += (one[k] - other[k]) * (one[k] - other[k]);
    }
    return StrictMath.sqrt(squares);
  }
}
