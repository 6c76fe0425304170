package org.sibyl.experiment.reproduction.credit;

import java.util.List;

/**
 * The published settings of the credit experiments.
 *
 * @param penalty lambda times the number of borrowers: 1 in the experiments of 2020 at ICML, 1000
 *     in those at NeurIPS
 * @param epsilon the sensitivity, as the recorded runs write it
 */
record Setting(int penalty, String epsilon) {
  private static final int BORROWERS = 18_357;

  /** All of them. */
  static List<Setting> all() {
    return List.of(1, 1000).stream().flatMap(penalty -> all(penalty).stream()).toList();
  }

  static List<Setting> all(int penalty) {
    return List.of("0.01", "1", "100", "1000").stream()
        .map(epsilon -> new Setting(penalty, epsilon))
        .toList();
  }

  double regularization() {
    return (double) penalty / BORROWERS;
  }

  double sensitivity() {
    return Double.parseDouble(epsilon);
  }

  /** The name of a recorded run of this setting. */
  String run(String kind) {
    return kind + " " + this;
  }

  @Override
  public String toString() {
    return "lambda=" + penalty + "/n eps=" + epsilon;
  }
}
