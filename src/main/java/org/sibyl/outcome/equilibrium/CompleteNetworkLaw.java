package org.sibyl.outcome.equilibrium;

import org.sibyl.numeric.Check;

/**
 * How retraining ends on a complete network (Góis et al. 2025, Theorem 3.4, exact for every size):
 * the number of forecast cooperators goes from T to T, from T - 1 to N - T + 1, and from anything
 * else to 0. It stands still after two updates when T is at least 2. With N = 2T - 2 only the
 * number stands still, the actions swap in every round; with T = 1 everybody flips for ever from
 * every start but one.
 *
 * @param success probability, in [0, 1], that all groups succeed in the long run: for T = 1 the
 *     long-run share of rounds in which they do
 * @param allDefect probability that in the end nobody cooperates
 * @param swapping probability that a number below the threshold stands still while actions swap
 */
public record CompleteNetworkLaw(double success, double allDefect, double swapping) {
  /**
   * The law for these parameters when a contribution that decides pays (cost below risk).
   *
   * @param size N, at least 1
   * @param needed T, in 0..N
   * @param countLaw probability of each initial number of forecast cooperators, 0..N
   */
  public static CompleteNetworkLaw of(int size, int needed, double... countLaw) {
    Check.atLeast("size", size, 1);
    Check.sameSize("count law", countLaw.length, "0.." + size, size + 1);
    if (needed < 0 || needed > size) {
      throw Check.invalid("needed", Integer.toString(needed), "must lie in 0.." + size);
    }
    if (needed == 0) {
      return new CompleteNetworkLaw(1, 1, 0);
    }
    if (needed == 1) {
      // alone, one acts whatever is forecast; else all flip unless exactly one is forecast
      double settled = size == 1 ? 1 : countLaw[1];
      return new CompleteNetworkLaw(settled + (1 - settled) / 2, 0, 0);
    }
    double next = countLaw[needed - 1];
    double success = countLaw[needed] + (size == 2 * needed - 1 ? next : 0);
    double swapping = size == 2 * needed - 2 ? next : 0;
    return new CompleteNetworkLaw(success, 1 - success - swapping, swapping);
  }

  /** Probability of ending below the threshold, or the long-run share of rounds below it. */
  public double belowThreshold() {
    return 1 - success;
  }
}
