package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * Looks for the rule with the greatest absolute error of a single cell, through an auditor: 2 k
 * calls, one for each decision and sign. Multiaccuracy at a tolerance bounds the error by any
 * input-oblivious loss in [0, 1] by k times that tolerance; so for outcome indistinguishability at
 * epsilon, audit at epsilon over k. Exact when the auditor is.
 *
 * @param auditor of the class of rules
 */
public record SingleCells(Auditor auditor) implements CellAudit {
  @Override
  public Search on(Evidence evidence, UniformRandomProvider random) {
    return CellSearch.on(evidence, auditor, this::worst);
  }

  private Optional<CellFinding> worst(CellSearch search) {
    int decisions = search.decisions();
    WorstRule worst = new WorstRule();
    for (int decision = 0; decision < decisions; decision++) {
      for (double sign = -1; sign <= 1; sign += 2) {
        double[] signs = new double[decisions];
        signs[decision] = sign;
        DecisionRule rule = search.greatest(signs);
        CellErrors cells = search.cells(rule);
        worst.offer(rule, cells, cells.greatest());
      }
    }
    return worst.cell(search.calls(), isExact());
  }

  @Override
  public boolean isExact() {
    return auditor.isExact();
  }

  @Override
  public double factor(int decisions) {
    return decisions;
  }
}
