package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * Looks for the rule with the greatest sum of absolute cell errors, through an auditor: one call
 * for each pattern of signs, 2 to the k of them. Exact when the auditor is.
 *
 * @param auditor of the class of rules
 */
public record SignPatterns(Auditor auditor) implements CellAudit {
  private static final int MOST = 12; // 4096 calls

  @Override
  public Search on(Evidence evidence, UniformRandomProvider random) {
    int k = evidence.decisions();
    if (k > MOST) {
      throw Check.invalid(
          "decisions",
          Integer.toString(k),
          "must be at most " + MOST + " to try all patterns of signs; alternate instead");
    }
    return CellSearch.on(evidence, auditor, this::worst);
  }

  private Optional<CellFinding> worst(CellSearch search) {
    int decisions = search.decisions();
    WorstRule worst = new WorstRule();
    double[] signs = new double[decisions];
    for (int pattern = 0; pattern < 1 << decisions; pattern++) {
      for (int decision = 0; decision < decisions; decision++) {
        signs[decision] = (pattern >> decision & 1) == 0 ? 1 : -1;
      }
      DecisionRule rule = search.greatest(signs);
      CellErrors cells = search.cells(rule);
      worst.offer(rule, cells, cells.total());
    }
    return worst.cells(search.calls(), isExact());
  }

  @Override
  public boolean isExact() {
    return auditor.isExact();
  }

  @Override
  public double factor(int decisions) {
    return 1;
  }
}
