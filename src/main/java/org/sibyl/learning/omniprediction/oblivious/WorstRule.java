package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.sibyl.prediction.decision.DecisionRule;

/** The worst of the rules offered so far; of equal ones the first. */
final class WorstRule {
  private record Offer(DecisionRule rule, CellErrors cells, double error) {}

  private Optional<Offer> worst = Optional.empty();

  void offer(DecisionRule rule, CellErrors cells, double error) {
    if (worst.isEmpty() || error > worst.get().error()) {
      worst = Optional.of(new Offer(rule, cells, error));
    }
  }

  Optional<CellFinding> cells(long searches, boolean exact) {
    return worst.map(it -> CellFinding.ofCells(it.rule(), it.cells(), searches, exact));
  }

  Optional<CellFinding> cell(long searches, boolean exact) {
    return worst.map(it -> CellFinding.ofCell(it.rule(), it.cells(), searches, exact));
  }
}
