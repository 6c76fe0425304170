package org.sibyl.prediction.decision;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * All functions of some features that take few values: k to the number of combinations.
 *
 * @param features from 0
 * @param values of each feature, ascending
 */
@About("all functions of some features that take few values")
public record Tables(
    @Parameter("the features, from 0") List<Integer> features,
    @Parameter("the values of each feature, ascending") List<List<Double>> values)
    implements RuleClass {
  /** More rules than this are not listed. */
  public static final long MOST = 100_000;

  public Tables {
    features = Places.features("features", features);
    values = Places.levels("values", values, features.size());
  }

  @Override
  public List<DecisionRule> rules(int decisions) {
    Places.listable(
        size(decisions), MOST, "Give fewer values, or search the tables instead of listing them");
    List<DecisionRule> rules = new ArrayList<>();
    int cells = (int) cells();
    for (int code = 0; code < size(decisions); code++) {
      List<Integer> decided = new ArrayList<>();
      for (int cell = 0, rest = code; cell < cells; cell++, rest /= decisions) {
        decided.add(rest % decisions);
      }
      rules.add(new Lookup(features, values, decided));
    }
    return rules;
  }

  private double cells() {
    double cells = 1;
    for (List<Double> each : values) {
      cells *= each.size();
    }
    return cells;
  }

  /** How many rules it has; the greatest number there is when they are more than that. */
  @Override
  public long size(int decisions) {
    return (long) StrictMath.pow(decisions, cells()); // exact as far as they can be listed
  }
}
