package org.sibyl.experiment.reproduction.learned;

import org.sibyl.network.Network;

/**
 * The published game by its definition, slowly (specification of the games, sections 3 and 5): risk
 * .4, cost .2. What agents did is held against it; they themselves know nothing of it.
 *
 * @param network who sees whom
 * @param threshold share of a group that must cooperate
 * @param belief how likely everyone takes a neighbor to cooperate
 */
record Definition(Network network, double threshold, double belief) {
  private static final double COST_TO_RISK = 0.5;

  /** Whether somebody gains by cooperating: by being pivotal more likely than cost over risk. */
  boolean acts(int i, double trust, double[] forecast) {
    double[] told = new double[network.degree(i)];
    double[] believed = new double[told.length];
    for (int k = 0; k < told.length; k++) {
      told[k] = forecast[network.neighbor(i, k)];
      believed[k] = belief;
    }
    int others = (int) StrictMath.ceil(threshold * (told.length + 1) - 1e-9) - 1;
    double pivotal = trust * just(others, told) + (1 - trust) * just(others, believed);
    return pivotal > COST_TO_RISK;
  }

  /** The chance that just so many cooperate. */
  private static double just(int count, double[] probabilities) {
    double[] law = new double[probabilities.length + 1];
    law[0] = 1;
    for (double p : probabilities) {
      for (int k = law.length - 1; k > 0; k--) {
        law[k] = law[k] * (1 - p) + law[k - 1] * p;
      }
      law[0] *= 1 - p;
    }
    return law[count];
  }

  /** Adds what a round shows, about neighbors, to the log-odds of trust. */
  void revise(double[] odds, double[] forecast, double[] action) {
    for (int i = 0; i < odds.length; i++) {
      for (int k = 0; k < network.degree(i); k++) {
        int j = network.neighbor(i, k);
        odds[i] +=
            action[j] == 1
                ? StrictMath.log(forecast[j] / belief)
                : StrictMath.log((1 - forecast[j]) / (1 - belief));
      }
    }
  }
}
