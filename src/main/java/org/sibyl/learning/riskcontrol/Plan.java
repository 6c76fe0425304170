package org.sibyl.learning.riskcontrol;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the rounds may use up: T rounds of steps of at least the least step, each with a width for
 * failure / T, so that all hold at once (Li et al. 2025, section 3).
 *
 * @param rounds T, at least 1
 * @param leastStep the least step of lambda; a smaller one ends it; infinite where one step is all
 * @param width of a round, in units of loss
 */
public record Plan(int rounds, double leastStep, double width) {
  /** T is searched up to here, as in the published code. */
  static final int MOST_ROUNDS = 10_000;

  private static final double ROUNDING = 1e-9; // so that no number of rounds is skipped

  /**
   * The width of one round, by its failure probability, in units of loss; empty for none. It grows
   * as the probability falls.
   */
  @FunctionalInterface
  public interface Widths {
    /** The width for this failure probability. */
    OptionalDouble of(double failure);
  }

  /**
   * The plan with the fewest rounds: Delta alpha = 2 w(delta / T) + 2 tau step with T step at least
   * the range of lambda. It asks for few widths: from T on, a plan needs at least as many rounds as
   * it would with the width of T.
   *
   * @return empty when no number of rounds will do
   */
  public static Optional<Plan> solve(PerformativeRiskControl control, Widths widths) {
    double slope = control.riskSlopeBound();
    if (slope == 0) {
      OptionalDouble width = widths.of(control.failure());
      return width.isPresent()
          ? Optional.of(new Plan(1, Double.POSITIVE_INFINITY, width.getAsDouble()))
          : Optional.empty();
    }
    double range = control.safe() - control.least();
    double rounds = 1;
    while (rounds <= MOST_ROUNDS) {
      OptionalDouble width = widths.of(control.failure() / rounds);
      if (width.isEmpty() || 2 * width.getAsDouble() >= control.tightness()) {
        return Optional.empty(); // widths only grow with the number of rounds
      }
      double step = (control.tightness() - 2 * width.getAsDouble()) / (2 * slope);
      if (step >= range / rounds) {
        return Optional.of(new Plan((int) rounds, step, width.getAsDouble()));
      }
      rounds = StrictMath.max(rounds + 1, StrictMath.ceil(range / step - ROUNDING));
    }
    return Optional.empty();
  }

  /**
   * The smallest tightness that could be planned: the minimum over T of 2 w(delta / T) + 2 tau
   * range / T.
   *
   * @return empty when there is no width even for one round
   */
  public static Optional<LeastTightness> leastTightness(
      PerformativeRiskControl control, Widths widths) {
    return new LeastTightness.Search(control, widths).result();
  }
}
