package org.sibyl.learning.omniprediction.auditor;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.learning.omniprediction.Decided;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.RuleClass;

/**
 * Tries every rule of a finite class. Exact; of equally cheap rules it takes the first. On the log
 * of a trial it keeps, for each rule, whom the trial treated as the rule would: about one person in
 * k, so that a rule's cost takes n/k additions.
 *
 * @param rules the class
 */
@About("tries every rule of a finite class")
public record Enumeration(@Parameter("the rules to try") RuleClass rules) implements Auditor {
  @Override
  public Search on(Matrix features, int decisions) {
    List<DecisionRule> all = fitting(decisions, features.columns());
    return search(all, kept(all, h -> Decided.by(all.get(h), features)), Costs::of);
  }

  @Override
  public Search on(Evidence evidence) {
    List<DecisionRule> all = fitting(evidence.decisions(), evidence.features().columns());
    return search(
        all,
        kept(all, h -> entries(evidence, Decided.by(all.get(h), evidence.features()))),
        Enumeration::sum);
  }

  private List<DecisionRule> fitting(int decisions, int features) {
    List<DecisionRule> all = rules.rules(decisions);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("rules: there are none. Give at least one rule.");
    }
    all.forEach(rule -> rule.check(decisions, features));
    return all;
  }

  private static int[][] kept(List<DecisionRule> all, IntFunction<int[]> ofRule) {
    int[][] kept = new int[all.size()][];
    Arrays.setAll(kept, ofRule);
    return kept;
  }

  /** The entries that tell of what a rule decides, in the order of points. */
  private static int[] entries(Evidence evidence, int... decided) {
    int[] entries = new int[decided.length];
    int count = 0;
    for (int i = 0; i < decided.length; i++) {
      int entry = evidence.entry(i, decided[i]);
      if (entry >= 0) {
        entries[count++] = entry;
      }
    }
    return Arrays.copyOf(entries, count);
  }

  private static double sum(Costs costs, int... entries) {
    double sum = 0;
    for (int entry : entries) {
      sum += costs.ofEntry(entry);
    }
    return sum;
  }

  private static Search search(
      List<DecisionRule> all, int[][] kept, ToDoubleBiFunction<Costs, int[]> cost) {
    return costs -> {
      int cheapest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int h = 0; h < kept.length; h++) {
        double ofRule = cost.applyAsDouble(costs, kept[h]);
        if (ofRule < least) {
          cheapest = h;
          least = ofRule;
        }
      }
      return all.get(cheapest);
    };
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public boolean isEmpty(int decisions) {
    return rules.size(decisions) == 0;
  }

  /** The number of rules: the class does not depend on the points. */
  @Override
  public double size(Matrix features, int decisions) {
    return rules.size(decisions);
  }
}
