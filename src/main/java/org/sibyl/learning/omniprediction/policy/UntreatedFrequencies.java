package org.sibyl.learning.omniprediction.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * How often outcome 1 came among untreated people with the same features; among all, for who is
 * like nobody. It says the same of all decisions.
 *
 * @param decisions how many there are
 * @param frequencies by features
 * @param overall frequency
 */
record UntreatedFrequencies(int decisions, Map<Column, Double> frequencies, double overall)
    implements OutcomeModel {
  static UntreatedFrequencies of(int decisions, List<Cohort> history) {
    Map<Column, int[]> counts = new LinkedHashMap<>();
    int people = 0;
    int ones = 0;
    for (Cohort cohort : history) {
      double[] row = new double[cohort.features().columns()];
      for (int i = 0; i < cohort.size(); i++) {
        cohort.features().copyRow(i, row);
        int[] count = counts.computeIfAbsent(Column.of(row), key -> new int[2]);
        int one = cohort.outcomes().get(i) == 1 ? 1 : 0;
        count[0]++;
        count[1] += one;
        people++;
        ones += one;
      }
    }
    Map<Column, Double> frequencies = new LinkedHashMap<>();
    counts.forEach((features, count) -> frequencies.put(features, (double) count[1] / count[0]));
    return new UntreatedFrequencies(decisions, frequencies, (double) ones / people);
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    Arrays.fill(into, frequencies.getOrDefault(Column.of(features), overall));
  }
}
