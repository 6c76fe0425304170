package org.sibyl.learning.omniprediction.oblivious;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Decided;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.RuleClass;

/**
 * Sums absolute cell errors of every rule of a class: the exact audit of outcome
 * indistinguishability for all input-oblivious losses in [0, 1] at once. Of equally wrong rules it
 * takes the first.
 *
 * @param rules the class
 */
public record ListedRules(RuleClass rules) implements CellAudit {
  @Override
  public Search on(Evidence evidence, UniformRandomProvider random) {
    List<DecisionRule> all = rules.rules(evidence.decisions());
    int[][] decided = new int[all.size()][];
    for (int h = 0; h < decided.length; h++) {
      all.get(h).check(evidence.decisions(), evidence.features().columns());
      decided[h] = Decided.by(all.get(h), evidence.features(), evidence.decisions());
    }
    return q -> worst(evidence, all, decided, q);
  }

  private static Optional<CellFinding> worst(
      Evidence evidence, List<DecisionRule> all, int[][] decided, double[] q) {
    WorstRule worst = new WorstRule();
    for (int h = 0; h < decided.length; h++) {
      CellErrors cells = CellErrors.of(evidence, decided[h], q);
      worst.offer(all.get(h), cells, cells.total());
    }
    return worst.cells(0, true);
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public double factor(int decisions) {
    return 1;
  }
}
