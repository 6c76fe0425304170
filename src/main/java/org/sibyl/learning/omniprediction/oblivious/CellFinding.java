package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.sibyl.learning.omniprediction.Decided;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * The worst that an audit of cells found: a rule, or the best decisions by a loss, and a loss by
 * which its risk is wrong.
 *
 * @param direction a loss with slopes in {-1, 0, 1}, by which the error is not negative
 * @param rule that was audited; or else
 * @param decider the loss by which the audited decisions are best
 * @param error by that direction: of one cell, or the sum of all cells' absolute errors
 * @param square mean squared slope along the rule: the share of people whose probability it moves
 * @param searches calls of an auditor that it took
 * @param exact whether there is nothing worse
 */
public record CellFinding(
    DecisionLoss direction,
    Optional<DecisionRule> rule,
    Optional<DecisionLoss> decider,
    double error,
    double square,
    long searches,
    boolean exact) {

  /** Of all cells of a rule at once: no direction has a greater error (algorithm A5). */
  static CellFinding ofCells(DecisionRule rule, CellErrors cells, long searches, boolean exact) {
    double square = 0;
    for (int decision = 0; decision < cells.errors().size(); decision++) {
      square += cells.errors().get(decision) == 0 ? 0 : cells.shares().get(decision);
    }
    return new CellFinding(
        cells.attaining(),
        Optional.of(rule),
        Optional.empty(),
        cells.total(),
        square,
        searches,
        exact);
  }

  /** Of the worst cell of a rule. */
  static CellFinding ofCell(DecisionRule rule, CellErrors cells, long searches, boolean exact) {
    return new CellFinding(
        cell(cells),
        Optional.of(rule),
        Optional.empty(),
        cells.greatest(),
        cells.shares().get(cells.worst()),
        searches,
        exact);
  }

  /** Of the worst cell of the best decisions by a loss. */
  static CellFinding ofDecisions(
      DecisionLoss decider, Evidence evidence, double[] q, boolean exact) {
    CellErrors cells = cells(decider, evidence, q);
    return new CellFinding(
        cell(cells),
        Optional.empty(),
        Optional.of(decider),
        cells.greatest(),
        cells.shares().get(cells.worst()),
        0,
        exact);
  }

  /** The cell errors of the best decisions by a loss. */
  static CellErrors cells(DecisionLoss decider, Evidence evidence, double[] q) {
    int[] decided = Decided.best(decider, evidence.features(), evidence.decisions(), q);
    return CellErrors.of(evidence, decided, q);
  }

  private static DecisionLoss cell(CellErrors cells) {
    double[] slopes = new double[cells.errors().size()];
    slopes[cells.worst()] = StrictMath.signum(cells.errors().get(cells.worst()));
    return TableLosses.ofSlopes(slopes);
  }

  /** The step that lowers the potential the most, by error squared over square. */
  double step() {
    return error / square;
  }
}
