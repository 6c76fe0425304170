package org.sibyl.experiment.sweep;

import java.io.Serializable;

/**
 * A finished trial, also a failed one. It depends on the task alone: not on the machine, the thread
 * or the time.
 *
 * @param cell the cell's number in the design, from 0
 * @param replicate the repetition, from 0
 * @param key the task's key
 * @param ended {@code stable}, {@code cycle}, {@code horizon}, {@code diverged}, or {@code failed}
 *     when it could not be played at all
 * @param message what went wrong; else empty
 * @param rounds rounds played
 * @param cycleLength length of the cycle it ended in; else 0
 * @param metrics how many metrics there are
 * @param values every metric in every round, round after round: rounds x metrics; NaN where
 *     undefined
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read as a whole
public record TrialResult(
    long cell,
    int replicate,
    String key,
    String ended,
    String message,
    int rounds,
    int cycleLength,
    int metrics,
    double[] values)
    implements Serializable {

  /** A metric in a round; both from 0. */
  public double value(int round, int metric) {
    return values[round * metrics + metric];
  }

  /** The metric's value in the last round where it was defined; NaN when it never was. */
  public double last(int metric) {
    for (int round = rounds - 1; round >= 0; round--) {
      if (!Double.isNaN(value(round, metric))) {
        return value(round, metric);
      }
    }
    return Double.NaN;
  }

  /** The metric's mean over the rounds where it was defined; NaN when it never was. */
  public double mean(int metric) {
    double sum = 0;
    int count = 0;
    for (int round = 0; round < rounds; round++) {
      if (!Double.isNaN(value(round, metric))) {
        sum += value(round, metric);
        count++;
      }
    }
    return sum / count;
  }

  /** Whether it could not be played, or a number became none. */
  public boolean hasFailed() {
    return isFailure(ended);
  }

  /** Whether trials that end so have failed. */
  static boolean isFailure(String ended) {
    return ended.equals("failed") || ended.equals("diverged");
  }
}
