package org.sibyl.learning.neural;

import java.util.Locale;

/**
 * What a game came to, with the weights that were deployed in it: means over its rounds.
 *
 * @param epoch number of the game, from 1
 * @param success share of groups that reached their threshold
 * @param accuracy mean probability that was forecast for what happened
 * @param cooperation share of individuals who cooperated
 * @param leastTrust the least mean trust of a round
 * @param mostTrust the greatest
 * @param loss that was differentiated, summed over the rounds; of two, the weighted sum
 */
public record GameResult(
    int epoch,
    double success,
    double accuracy,
    double cooperation,
    double leastTrust,
    double mostTrust,
    double loss) {

  /** Success times accuracy: the figure of merit of those who want both. */
  public double product() {
    return success * accuracy;
  }

  /** Its numbers in words. */
  String words() {
    return String.format(
        Locale.ROOT,
        "success %.3f, accuracy %.3f, cooperation %.3f",
        success,
        accuracy,
        cooperation);
  }
}
