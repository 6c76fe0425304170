package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * Looks for the rule with the greatest sum of absolute cell errors, for many decisions: takes the
 * auditor's rule for some signs, then the signs of that rule's cell errors, and so on while the sum
 * grows. Starts from random signs. Not exact.
 *
 * @param auditor of the class of rules
 * @param starts how often it starts anew, at least 1
 */
public record Alternation(Auditor auditor, int starts) implements CellAudit {
  private static final double LEAST_GAIN = 1e-12;

  public Alternation {
    Check.atLeast("starts", starts, 1);
  }

  @Override
  public Search on(Evidence evidence, UniformRandomProvider random) {
    return CellSearch.on(evidence, auditor, search -> worst(search, random));
  }

  private Optional<CellFinding> worst(CellSearch search, UniformRandomProvider random) {
    int decisions = search.decisions();
    WorstRule worst = new WorstRule();
    double[] signs = new double[decisions];
    for (int start = 0; start < starts; start++) {
      for (int decision = 0; decision < decisions; decision++) {
        signs[decision] = random.nextBoolean() ? 1 : -1;
      }
      climb(search, signs, worst);
    }
    return worst.cells(search.calls(), false);
  }

  private static void climb(CellSearch search, double[] signs, WorstRule worst) {
    double before = Double.NEGATIVE_INFINITY;
    while (true) {
      DecisionRule rule = search.greatest(signs);
      CellErrors cells = search.cells(rule);
      worst.offer(rule, cells, cells.total());
      if (cells.total() <= before + LEAST_GAIN) {
        return;
      }
      before = cells.total();
      for (int decision = 0; decision < signs.length; decision++) {
        signs[decision] = cells.errors().get(decision) < 0 ? -1 : 1;
      }
    }
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public double factor(int decisions) {
    return 1;
  }
}
