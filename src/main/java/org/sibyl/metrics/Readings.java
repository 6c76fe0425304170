package org.sibyl.metrics;

import java.util.Arrays;
import java.util.List;
import org.sibyl.simulation.Round;

/**
 * The metrics of one run, round after round: a metric's number for the round, or, of a {@linkplain
 * Metric#isTotal() total}, the sum of its numbers so far, or, of one that is {@linkplain
 * Metric#isOfGame() of games}, its mean over the last game. Metrics themselves are pure, so whoever
 * records a run holds one of these, and begins another with the next run.
 */
public final class Readings {
  private final List<Metric> metrics;
  private final double[] last;
  private final double[] inGame; // sums over the rounds of the game so far
  private int roundsOfGame;

  /** Before the first round. */
  public Readings(List<Metric> metrics) {
    this.metrics = List.copyOf(metrics);
    this.last = new double[metrics.size()];
    this.inGame = new double[metrics.size()];
    Arrays.setAll(last, k -> this.metrics.get(k).isOfGame() ? Double.NaN : 0);
  }

  /** One number for each metric, in their order, after one more round; a new array. */
  public double[] after(Round round) {
    roundsOfGame++;
    boolean ends = round.after().roundOfEpisode() == 1;
    Arrays.setAll(last, k -> reading(k, metrics.get(k).measure(round), ends));
    if (ends) {
      roundsOfGame = 0;
      Arrays.fill(inGame, 0);
    }
    return last.clone();
  }

  private double reading(int k, double measured, boolean ends) {
    if (metrics.get(k).isTotal()) {
      return measured + last[k];
    }
    if (!metrics.get(k).isOfGame()) {
      return measured;
    }
    inGame[k] += measured;
    return ends ? inGame[k] / roundsOfGame : last[k];
  }
}
