package org.sibyl.learning.chain;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * The most that a Predictor can expect on the path of three: the discounted sum of groups that
 * succeed, from any trust of the center, when the leaves trust fully (Góis et al. 2025, Appendix D,
 * which reasons about extreme cases only; here the optimum is computed). Leaves gain trust by every
 * move, and their trust does not limit any of them in the regime but {@link ChainMove#NOBODY} at
 * its first use, so full trust of the leaves loses nothing.
 *
 * <p>Value iteration on a grid of the center's log-odds, with linear interpolation. A sweep bounds
 * the values from both sides by its least and its largest change (MacQueen 1966); it is over when
 * the two bounds are {@value #PRECISION} apart. A sweep visits 6 501 points and three moves, in
 * less than 0.1 ms. No move's effect is drawn, so the changes die out no faster than the powers of
 * the discount d: about 20 / (1 - d) sweeps, milliseconds for 0.9, 0.2 s for 0.99, 2 s for 0.999;
 * 0.9999 is refused. Values jump where {@link ChainMove#EVERYONE} becomes feasible and wherever the
 * best future does, so next to a jump the grid is less exact than its step.
 */
public final class ChainValue implements MoveRule {
  static final String DISCOUNTS = "[0, 1)";

  private static final double LOW = -25;
  private static final double HIGH = 40;
  private static final int POINTS_PER_UNIT = 100;
  private static final int POINTS = (int) (HIGH - LOW) * POINTS_PER_UNIT + 1;
  private static final double PRECISION = 1e-6;
  private static final int MOST_SWEEPS = 50_000; // some seconds

  private static final ChainMove[] MOVES = ChainMove.values();

  private final ChainRegime regime;
  private final double discount;
  private final double[] values;

  /**
   * Computes the values.
   *
   * @param regime the game
   * @param discount what a round later counts, in [0, 1)
   * @throws IllegalArgumentException when the discount is outside, or so near to 1 that it would
   *     take more than 50 000 sweeps
   */
  public ChainValue(ChainRegime regime, double discount) {
    this.regime = regime;
    this.discount = Check.within("discount", discount, Range.parse(DISCOUNTS));
    this.values = iterate(new Transitions(regime), discount);
  }

  /** The discounted sum of successful groups from these log-odds on, in [0, 3 / (1 - discount)]. */
  public double valueAt(double centerLogOdds) {
    return worth(bestMove(centerLogOdds), centerLogOdds);
  }

  /** The move to make at these log-odds; of equally good ones that with the higher reward now. */
  public ChainMove bestMove(double centerLogOdds) {
    ChainMove best = ChainMove.NOBODY;
    double most = Double.NEGATIVE_INFINITY;
    for (ChainMove move : MOVES) {
      if (isFeasible(regime, move, centerLogOdds)) {
        double worth = worth(move, centerLogOdds);
        if (worth > most) {
          most = worth;
          best = move;
        }
      }
    }
    return best;
  }

  /**
   * The discounted sum of successful groups when this move is made first, and the best ones then.
   *
   * @throws IllegalArgumentException when the move is not feasible there
   */
  public double worth(ChainMove move, double centerLogOdds) {
    double next = position(centerLogOdds + regime.gainOfCenter(move, centerLogOdds));
    int below = below(next);
    return move.reward() + discount * between(values, below, next - below);
  }

  @Override
  public ChainMove move(double centerLogOdds) {
    return bestMove(centerLogOdds);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainValue v && regime.equals(v.regime) && discount == v.discount;
  }

  @Override
  public int hashCode() {
    return 31 * regime.hashCode() + Double.hashCode(discount);
  }

  @Override
  public String toString() {
    return "ChainValue[regime=" + regime + ", discount=" + discount + "]";
  }

  private static boolean isFeasible(ChainRegime regime, ChainMove move, double centerLogOdds) {
    return move != ChainMove.EVERYONE || regime.canMoveEveryone(centerLogOdds);
  }

  /** The place on the grid, a fraction between points; beyond the ends, the end. */
  private static double position(double logOdds) {
    return (StrictMath.max(LOW, StrictMath.min(HIGH, logOdds)) - LOW) * POINTS_PER_UNIT;
  }

  private static int below(double position) {
    return StrictMath.min((int) position, POINTS - 2);
  }

  private static double between(double[] values, int below, double weight) {
    return values[below] + weight * (values[below + 1] - values[below]);
  }

  private static double[] iterate(Transitions transitions, double discount) {
    double[] values = new double[POINTS];
    double[] next = new double[POINTS];
    double ahead = discount / (1 - discount); // a change now, repeated for ever from the next round
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double least = Double.POSITIVE_INFINITY;
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < POINTS; i++) {
        next[i] = transitions.best(i, values, discount);
        double change = next[i] - values[i];
        least = StrictMath.min(least, change);
        largest = StrictMath.max(largest, change);
      }
      if (ahead * (largest - least) <= PRECISION) {
        double middle = ahead * (least + largest) / 2;
        for (int i = 0; i < POINTS; i++) {
          next[i] += middle;
        }
        return next;
      }
      double[] old = values;
      values = next;
      next = old;
    }
    throw Check.invalid(
        "discount",
        Double.toString(discount),
        "is too near to 1: value iteration does not settle in " + MOST_SWEEPS + " sweeps");
  }

  /** Where every move leads from every point of the grid. */
  private static final class Transitions {
    private final int[] below = new int[POINTS * MOVES.length];
    private final double[] weight = new double[POINTS * MOVES.length]; // NaN: not feasible

    Transitions(ChainRegime regime) {
      for (int i = 0; i < POINTS; i++) {
        double here = LOW + (double) i / POINTS_PER_UNIT;
        for (ChainMove move : MOVES) {
          int k = i * MOVES.length + move.ordinal();
          weight[k] = Double.NaN;
          if (isFeasible(regime, move, here)) {
            double next = position(here + regime.gainOfCenter(move, here));
            below[k] = below(next);
            weight[k] = next - below[k];
          }
        }
      }
    }

    /** The worth of the best move from a point. */
    double best(int point, double[] values, double discount) {
      double most = Double.NEGATIVE_INFINITY;
      for (int m = 0; m < MOVES.length; m++) {
        int k = point * MOVES.length + m;
        double worth = MOVES[m].reward() + discount * between(values, below[k], weight[k]);
        most = worth > most ? worth : most; // a move that is not feasible is NaN, and never more
      }
      return most;
    }
  }
}
