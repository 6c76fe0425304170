package org.sibyl.learning.omniprediction.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Split;
import org.sibyl.prediction.decision.Stump;

/** Lists of all rules, in the order in which ties are broken, and the first cheapest. */
final class BruteForce {
  private BruteForce() {}

  static List<DecisionRule> constants(int decisions) {
    return IntStream.range(0, decisions).<DecisionRule>mapToObj(Always::new).toList();
  }

  /** Constants, then stumps of each feature, cut between its values, and pair of decisions. */
  static List<DecisionRule> stumps(Instance instance) {
    List<DecisionRule> all = new ArrayList<>(constants(instance.decisions()));
    for (int f = 0; f < instance.features().columns(); f++) {
      addStumps(all, f, cuts(instance, f), instance.decisions());
    }
    return all;
  }

  static void addStumps(List<DecisionRule> all, int feature, double[] cuts, int decisions) {
    for (double cut : cuts) {
      for (int a = 0; a < decisions; a++) {
        for (int b = 0; b < decisions; b++) {
          if (a != b) {
            all.add(new Stump(feature, cut, a, b));
          }
        }
      }
    }
  }

  /** All that differ: each value but the least is a cut. */
  static double[] cuts(Instance instance, int feature) {
    return IntStream.range(0, instance.evidence().size())
        .mapToDouble(i -> instance.features().get(i, feature))
        .distinct()
        .sorted()
        .skip(1)
        .toArray();
  }

  /** Every tree of two levels. */
  static List<DecisionRule> trees(Instance instance) {
    List<DecisionRule> stumps = stumps(instance);
    List<DecisionRule> all = new ArrayList<>(stumps);
    for (int f = 0; f < instance.features().columns(); f++) {
      for (double cut : cuts(instance, f)) {
        for (DecisionRule below : stumps) {
          for (DecisionRule from : stumps) {
            all.add(new Split(f, cut, below, from));
          }
        }
      }
    }
    return all;
  }

  static DecisionRule cheapest(List<DecisionRule> all, Instance instance) {
    DecisionRule best = all.get(0);
    double least = instance.cost(best);
    for (DecisionRule rule : all) {
      double cost = instance.cost(rule);
      if (cost < least) {
        best = rule;
        least = cost;
      }
    }
    return best;
  }
}
