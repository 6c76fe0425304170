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
    Cohort all = Histories.labelled(history);
    double[] row = new double[all.features().columns()];
    for (int i = 0; i < all.size(); i++) {
      all.features().copyRow(i, row);
      double[] features = Arrays.copyOf(row, row.length - 1); // without the last, which is 1
      int[] count = counts.computeIfAbsent(Column.of(features), key -> new int[2]);
      count[0]++;
      count[1] += all.outcomes().get(i) == 1 ? 1 : 0;
    }
    Map<Column, Double> frequencies = new LinkedHashMap<>();
    counts.forEach((features, count) -> frequencies.put(features, (double) count[1] / count[0]));
    return new UntreatedFrequencies(decisions, frequencies, all.outcomes().mean());
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    Arrays.fill(into, frequencies.getOrDefault(Column.of(features), overall));
  }
}
