package org.sibyl.learning.neural;

import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
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
 */
public record NeuralForecast(
    Architecture architecture, Weights weights, Network network, OptionalLong dropout)
    implements Model {
  /** delta: forecasts are delta + (1 - 2 delta) sigmoid(log-odds). */
  public static final double AWAY = 1e-7;

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    int[][] symbols = new int[1][features.rows()];
    for (int i = 0; i < features.rows(); i++) {
      symbols[0][i] = (int) features.get(i, 0);
    }
    double[][] logits = new double[1][features.rows()];
    architecture.on(network, 1).forward(weights, symbols, dropout, logits);
    return Column.generate(features.rows(), i -> forecast(logits[0][i]));
  }

  /** The forecast of a log-odds. */
  public static double forecast(double logit) {
    return AWAY + (1 - 2 * AWAY) / (1 + StrictMath.exp(-logit));
  }

  /** How the forecast of a log-odds moves with it. */
  static double slope(double logit) {
    double rise = 1 / (1 + StrictMath.exp(-logit));
    return (1 - 2 * AWAY) * rise / (1 + StrictMath.exp(logit));
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
