package org.sibyl.learning.riskcontrol;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The smallest tightness that these people, failure probability and slope allow (Li et al. 2025,
 * section 3).
 *
 * @param tightness Delta alpha, in units of loss
 * @param rounds T that it takes at most
 */
public record LeastTightness(double tightness, int rounds) {

  /**
   * Branch and bound over T: no T from a to b does better than the width of a with the steps of b.
   */
  static final class Search {
    private final PerformativeRiskControl control;
    private final Plan.Widths widths;
    private double best = Double.POSITIVE_INFINITY;
    private int bestRounds;

    Search(PerformativeRiskControl control, Plan.Widths widths) {
      this.control = control;
      this.widths = widths;
    }

    Optional<LeastTightness> result() {
      for (int first = 1; first <= Plan.MOST_ROUNDS; first *= 2) {
        offer(first, width(first)); // a good one soon spares most of the others
      }
      search(1, width(1), control.riskSlopeBound() == 0 ? 1 : Plan.MOST_ROUNDS);
      return Double.isInfinite(best)
          ? Optional.empty()
          : Optional.of(new LeastTightness(best, bestRounds));
    }

    private void search(int first, double width, int last) {
      if (2 * width + steps(last) >= best || first > last) {
        return;
      }
      offer(first, width);
      if (first < last) {
        int middle = first + (last - first + 1) / 2;
        search(first + 1, width(first + 1), middle - 1);
        search(middle, width(middle), last);
      }
    }

    private void offer(int rounds, double width) {
      double tightness = 2 * width + steps(rounds);
      if (tightness < best) {
        best = tightness;
        bestRounds = rounds;
      }
    }

    private double steps(int rounds) {
      return 2 * control.riskSlopeBound() * (control.safe() - control.least()) / rounds;
    }

    private double width(int rounds) {
      OptionalDouble width = widths.of(control.failure() / rounds);
      return width.orElse(Double.POSITIVE_INFINITY);
    }
  }
}
