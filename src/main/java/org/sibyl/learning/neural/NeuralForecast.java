package org.sibyl.learning.neural;

import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Scored;

/**
 * A trained network in force: forecasts of cooperation from everyone's last action, kept a little
 * away from 0 and 1 so that all logarithms are finite.
 *
 * @param architecture of the network
 * @param weights of the network
 * @param network who sees whom
 * @param dropout the seed of what is dropped; none when nothing is
 * @param workshop scratch, shared with whoever else works with the same network; no state
 */
public record NeuralForecast(
    Architecture architecture,
    Weights weights,
    Network network,
    OptionalLong dropout,
    Workshop workshop)
    implements Model {
  /** delta: forecasts are delta + (1 - 2 delta) sigmoid(log-odds). */
  public static final double AWAY = 1e-7;

  /** With scratch of its own. */
  public NeuralForecast(
      Architecture architecture, Weights weights, Network network, OptionalLong dropout) {
    this(architecture, weights, network, dropout, new Workshop(architecture, network));
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    int[] symbols = new int[features.rows()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (int) features.get(i, 0);
    }
    double[] logits = workshop.logits(weights, symbols, dropout);
    return Column.generate(features.rows(), i -> forecast(logits[i]));
  }

  /** The forecast of a log-odds. */
  public static double forecast(double logit) {
    return AWAY + (1 - 2 * AWAY) / (1 + StrictMath.exp(-logit));
  }

  /** How the forecast of a log-odds moves with it. */
  static double slope(double logit) {
    double rise = LogOdds.probability(logit);
    return (1 - 2 * AWAY) * rise / (1 + StrictMath.exp(logit));
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
