package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import java.util.function.Supplier;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionLoss;

/**
 * The loss, of those offered so far, whose best decisions are the worst calibrated. What counts is
 * what the loss really decides at the points: where that falls short of what a search promised,
 * because the split was too fine for doubles, the shortfall is remembered.
 */
final class WorstDecider {
  private static final double ROUNDING = 1e-12;

  private final Evidence evidence;
  private final double[] probabilities;
  private Optional<DecisionLoss> worst = Optional.empty();
  private double error = Double.NEGATIVE_INFINITY;
  private double missed = Double.NEGATIVE_INFINITY;

  /** Starts from the decisions that are always the same. */
  WorstDecider(Evidence evidence, double[] probabilities) {
    this.evidence = evidence;
    this.probabilities = probabilities;
    for (int decision = 0; decision < evidence.decisions(); decision++) {
      double[] intercepts = new double[evidence.decisions()];
      intercepts[decision] = -2;
      take(TableLosses.ofDecider(intercepts, new double[intercepts.length]));
    }
  }

  /**
   * Takes a loss if it is worse.
   *
   * @param promised the greatest cell error that it should have
   */
  void offer(double promised, Supplier<DecisionLoss> decider) {
    if (promised > error + ROUNDING) {
      double real = take(decider.get());
      if (real < promised - ROUNDING) {
        missed = StrictMath.max(missed, promised);
      }
    }
  }

  private double take(DecisionLoss loss) {
    double real = CellFinding.cells(loss, evidence, probabilities).greatest();
    if (real > error) {
      worst = Optional.of(loss);
      error = real;
    }
    return real;
  }

  /**
   * What was found.
   *
   * @param exact whether everything was offered
   */
  CellFinding finding(boolean exact) {
    return CellFinding.ofDecisions(
        worst.orElseThrow(), evidence, probabilities, exact && missed <= error + ROUNDING);
  }
}
