package org.sibyl.prediction.decision;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * The constant rules, and all that decide one way below a cut of a feature and another way from it
 * on: k + k (k - 1) rules for each feature and cut.
 *
 * @param features that are cut, from 0
 * @param cuts of each, ascending
 */
@About("the constant rules, and all with one cut of one feature")
public record Stumps(
    @Parameter("the features that are cut, from 0") List<Integer> features,
    @Parameter("where each is cut, ascending") List<Double> cuts)
    implements RuleClass {
  public Stumps {
    features = Places.features("features", features);
    cuts = Places.ascending("cuts", cuts);
  }

  @Override
  public List<DecisionRule> rules(int decisions) {
    List<DecisionRule> rules = new ArrayList<>(new Constants().rules(decisions));
    for (int feature : features) {
      for (int below = 0; below < decisions; below++) {
        for (int from = 0; from < decisions; from++) {
          if (below != from) {
            addCuts(rules, feature, below, from);
          }
        }
      }
    }
    return rules;
  }

  private void addCuts(List<DecisionRule> rules, int feature, int below, int from) {
    for (double cut : cuts) {
      rules.add(new Stump(feature, cut, below, from));
    }
  }

  @Override
  public long size(int decisions) {
    long pairs = (long) decisions * (decisions - 1);
    return decisions + pairs * features.size() * cuts.size();
  }
}
