package org.sibyl.behavior;

import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LeaveOneOutKernel;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.PoissonBinomial;

/**
 * How likely everyone is to be pivotal in a round, by forecast and belief, and how that moves with
 * forecasts and trust. Scratch for one round after another.
 */
final class Pivots {
  private final Game game;
  private final Network network;
  private final Column beliefs;
  private final int[] starts; // where somebody's neighbors begin in slopes
  private final double[] innate; // probability of being pivotal as the own belief says
  private final double[] forecast; // as the forecasts say
  private final double[] slopes; // of the latter, by neighbor
  private final LeaveOneOutKernel law = new LeaveOneOutKernel();
  private final double[] trusted; // trust as a probability
  private final double[] trustSlopes; // derivatives of the mixture of both in its log-odds

  Pivots(Game game, Network network, Column beliefs) {
    this.game = game;
    this.network = network;
    this.beliefs = beliefs;
    this.starts = new int[network.size() + 1];
    this.innate = new double[network.size()];
    this.forecast = new double[network.size()];
    this.slopes = new double[2 * network.edgeCount()];
    this.trusted = new double[network.size()];
    this.trustSlopes = new double[network.size()];
    PoissonBinomial.Kernel kernel = new PoissonBinomial.Kernel();
    for (int i = 0; i < network.size(); i++) {
      int degree = network.degree(i);
      starts[i + 1] = starts[i] + degree;
      innate[i] = kernel.binomial(missingOne(i), degree, beliefs.get(i));
    }
  }

  /** Cooperators among the neighbors with whom the individual is pivotal; -1 for none. */
  private int missingOne(int i) {
    return game.needed(network.degree(i) + 1) - 1;
  }

  /** Turns to a round: what was said, and everyone's trust before it. */
  void turnTo(Column predictions, Column trustBefore) {
    for (int i = 0; i < network.size(); i++) {
      if (missingOne(i) >= 0) { // where nobody is needed all stay 0
        follow(i, predictions);
      }
      double logOdds = trustBefore.get(i);
      trusted[i] = LogOdds.probability(logOdds);
      double variance = trusted[i] * LogOdds.probability(-logOdds);
      trustSlopes[i] = (forecast[i] - innate[i]) * variance;
    }
  }

  private void follow(int i, Column predictions) {
    int degree = network.degree(i);
    double[] room = law.room(degree);
    for (int k = 0; k < degree; k++) {
      double p = predictions.get(network.neighbor(i, k));
      room[k] = Double.isNaN(p) ? beliefs.get(i) : p;
    }
    law.follow(missingOne(i), degree);
    forecast[i] = law.probability();
    for (int k = 0; k < degree; k++) {
      boolean silent = Double.isNaN(predictions.get(network.neighbor(i, k)));
      slopes[starts[i] + k] = silent ? 0 : law.slope(k);
    }
  }

  /** The probability that the individual is pivotal. */
  double probability(int i) {
    return trusted[i] * forecast[i] + (1 - trusted[i]) * innate[i];
  }

  /** Its derivative in the log-odds of trust. */
  double trustSlope(int i) {
    return trustSlopes[i];
  }

  /** Adds its derivatives in the forecasts about the neighbors, weighted, at their numbers. */
  void addForecastSlopes(int i, double weight, double[] sum) {
    double factor = weight * trusted[i];
    for (int k = 0; k < network.degree(i); k++) {
      sum[network.neighbor(i, k)] += factor * slopes[starts[i] + k];
    }
  }
}
