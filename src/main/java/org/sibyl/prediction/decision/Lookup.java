package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A rule that is written down: a decision for each combination of values of some features. A value
 * between two that are listed counts as the lower one, a lower value than all as the lowest, so it
 * decides about everyone.
 *
 * @param features from 0
 * @param values of each feature, ascending
 * @param decisions one for each combination, the last feature varying fastest
 */
@About("a rule that is written down: a decision for each combination of values")
public record Lookup(
    @Parameter("the features, from 0") List<Integer> features,
    @Parameter("the values of each feature, ascending") List<List<Double>> values,
    @Parameter("the decision of each combination, from 0, the last feature varying fastest")
        List<Integer> decisions)
    implements DecisionRule {
  public Lookup {
    features = Places.features("features", features);
    values = Places.levels("values", values, features.size());
    decisions = List.copyOf(decisions);
    long cells = values.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    if (decisions.size() != cells) {
      throw Check.invalid(
          "decisions",
          Integer.toString(decisions.size()),
          "must be " + cells + ", one for each combination of values");
    }
    for (int k = 0; k < decisions.size(); k++) {
      Check.atLeast("decisions[" + k + "]", decisions.get(k), 0);
    }
  }

  @Override
  public int decide(double[] person) {
    int cell = 0;
    for (int k = 0; k < features.size(); k++) {
      cell = cell * values.get(k).size() + level(values.get(k), person[features.get(k)]);
    }
    return decisions.get(cell);
  }

  private static int level(List<Double> values, double value) {
    int level = 0;
    while (level + 1 < values.size() && values.get(level + 1) <= value) {
      level++;
    }
    return level;
  }

  @Override
  public void check(int count, int people) {
    for (int k = 0; k < features.size(); k++) {
      Places.feature("features[" + k + "]", features.get(k), people);
    }
    for (int k = 0; k < decisions.size(); k++) {
      Places.decision("decisions[" + k + "]", decisions.get(k), count);
    }
  }
}
