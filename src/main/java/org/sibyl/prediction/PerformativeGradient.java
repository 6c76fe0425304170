package org.sibyl.prediction;

import java.util.List;

/**
 * The white-box derivative of a loss in the forecasts of a game, through trust and best response:
 * implemented beside the behavior that it differentiates.
 */
public interface PerformativeGradient {
  /**
   * The loss of a game that was played, and its derivative in every forecast. Actions are steps and
   * held fixed; what moves is how close people are to acting otherwise, and their trust.
   *
   * @param loss to be minimised
   * @param flow through which trust the derivative runs
   * @param rounds of one game, each observed as a whole, the first with newcomers
   */
  Slopes of(SteeringLoss loss, TrustFlow flow, List<Cohort> rounds);

  /**
   * How a game that was played went, by what those know who know the game.
   *
   * @param rounds of one game, as above
   */
  Standing standing(List<Cohort> rounds);

  /**
   * How a game went.
   *
   * @param success share of groups that reached their threshold, mean over rounds
   * @param leastTrust the least, over rounds, of the mean trust that people acted on
   * @param mostTrust the greatest
   */
  record Standing(double success, double leastTrust, double mostTrust) {}

  /**
   * A loss and its derivatives.
   *
   * @param loss summed over the rounds
   * @param byForecast its derivative in each forecast, rounds x individuals
   */
  @SuppressWarnings("ArrayRecordComponent") // made for the one who asked
  record Slopes(double loss, double[][] byForecast) {}
}
