package org.sibyl.outcome.equilibrium;

import org.sibyl.behavior.Game;
import org.sibyl.numeric.Check;

/**
 * What selfishness costs: the best welfare over that of the worst Nash equilibrium in pure actions,
 * on a complete network. There all are alike, so the number of cooperators is all that matters.
 */
public final class PriceOfAnarchy {
  private PriceOfAnarchy() {}

  /**
   * The price of anarchy, at least 1; infinite when the worst equilibrium is worth nothing.
   *
   * @param size individuals, at least 1
   */
  public static double onComplete(Game game, int size) {
    Check.atLeast("size", size, 1);
    double best = 0;
    double worst = Double.POSITIVE_INFINITY;
    for (int cooperators = 0; cooperators <= size; cooperators++) {
      double welfare =
          cooperators * game.payoff(cooperators, size, true)
              + (size - cooperators) * game.payoff(cooperators, size, false);
      best = StrictMath.max(best, welfare);
      if (isEquilibrium(game, size, cooperators)) {
        worst = StrictMath.min(worst, welfare);
      }
    }
    return best == worst ? 1 : best / worst;
  }

  private static boolean isEquilibrium(Game game, int size, int cooperators) {
    boolean cooperatorsStay =
        cooperators == 0
            || game.payoff(cooperators, size, true) >= game.payoff(cooperators - 1, size, false);
    boolean defectorsStay =
        cooperators == size
            || game.payoff(cooperators, size, false) >= game.payoff(cooperators + 1, size, true);
    return cooperatorsStay && defectorsStay;
  }
}
