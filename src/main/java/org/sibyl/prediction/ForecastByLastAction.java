package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;

/**
 * A table of forecasts: for each individual one log-odds of cooperating for each last action, 0, 1,
 * or 2 for none yet. It is the least model that tells rounds of a game apart.
 *
 * @param logOdds three for each individual, individual after individual
 */
public record ForecastByLastAction(Column logOdds) implements Model {
  /** Last actions that are told apart. */
  public static final int SYMBOLS = 3;

  public ForecastByLastAction {
    if (logOdds.size() % SYMBOLS != 0) {
      throw Check.invalid("log-odds", logOdds.size() + " numbers", "must be three for each");
    }
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    return Column.generate(
        features.rows(),
        i -> LogOdds.probability(logOdds.get(i * SYMBOLS + symbol(features.get(i, 0)))));
  }

  private static int symbol(double lastAction) {
    if (lastAction != 0 && lastAction != 1 && lastAction != 2) {
      throw Check.invalid(
          "last action",
          Double.toString(lastAction),
          "must be 0, 1, or 2 for none yet. Choose carryover: {type: last-action}");
    }
    return (int) lastAction;
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
