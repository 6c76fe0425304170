package org.sibyl.numeric;

import java.util.Arrays;

/**
 * How the probability of exactly so many successes in independent trials moves with the probability
 * of each trial, for many small laws in memory that is used again and again: what {@link
 * PoissonBinomial.LeaveOneOut} tells, for one number of successes and without allocation. Fill
 * {@link #room}, {@link #follow}, then ask. Not thread-safe: one for each thread.
 *
 * <p>Successes or failures are followed, whichever are fewer, k: O(k m) time and storage. The law
 * of all trials before one meets that of all trials after it; nothing is divided, so probabilities
 * of 0 and 1 are not special. Probabilities are not checked: outside [0, 1] they give nonsense.
 */
public final class LeaveOneOutKernel {
  private double[] room = new double[16];
  private double[] before = new double[64]; // row j: terms 0..wanted of the law of the first j
  private double[] after = new double[16]; // by q: P(the trials after j bring the rest, wanted - q)
  private double[] reached = new double[16]; // by j: P(exactly wanted of the trials other than j)
  private double[] oneShort = new double[16]; // by j: P(exactly wanted - 1 of the others)
  private boolean mirrored;
  private double exactly;
  private double above;

  /**
   * The array, of at least {@code trials} values, that the caller fills with probabilities from
   * index 0. It is dropped, with what it held, when it has to grow.
   */
  public double[] room(int trials) {
    if (room.length < trials) {
      room = new double[2 * trials];
    }
    return room;
  }

  /**
   * Follows the law of the first {@code trials} of the room.
   *
   * @param successes the number that all answers are about, in 0..trials
   * @throws IllegalArgumentException when the number of successes is not in 0..trials
   * @throws ArithmeticException when the law has more terms than an array
   */
  public void follow(int successes, int trials) {
    if (successes < 0 || successes > trials) {
      throw Check.invalid("successes", Integer.toString(successes), "must lie in 0.." + trials);
    }
    mirrored = trials - successes < successes;
    int wanted = mirrored ? trials - successes : successes;
    reserve(wanted, trials);
    forward(wanted, trials);
    backward(wanted, trials);
  }

  private void reserve(int wanted, int trials) {
    int terms = StrictMath.multiplyExact(trials + 1, wanted + 1);
    before = before.length < terms ? new double[2 * terms] : before;
    after = after.length < wanted + 2 ? new double[2 * wanted + 4] : after;
    reached = reached.length < trials ? new double[2 * trials] : reached;
    oneShort = oneShort.length < trials ? new double[2 * trials] : oneShort;
  }

  private void forward(int wanted, int trials) {
    double[] f = before;
    Arrays.fill(f, 0, wanted + 1, 0);
    f[0] = 1;
    int row = 0;
    for (int j = 0; j < trials; j++) {
      int next = row + wanted + 1;
      double step = mirrored ? 1 - room[j] : room[j];
      double stay = mirrored ? room[j] : 1 - room[j];
      f[next] = f[row] * stay;
      for (int q = 1; q <= wanted; q++) {
        f[next + q] = f[row + q] * stay + f[row + q - 1] * step;
      }
      row = next;
    }
    sumUp(row, wanted);
  }

  private void sumUp(int last, int wanted) {
    exactly = before[last + wanted];
    double fewer = 0;
    for (int q = 0; q < wanted; q++) {
      fewer += before[last + q];
    }
    above = mirrored ? fewer : StrictMath.max(0, 1 - (fewer + exactly));
  }

  private void backward(int wanted, int trials) {
    double[] rest = after;
    Arrays.fill(rest, 0, wanted + 2, 0);
    rest[wanted] = 1;
    for (int j = trials - 1; j >= 0; j--) {
      int row = j * (wanted + 1);
      double step = mirrored ? 1 - room[j] : room[j];
      double stay = mirrored ? room[j] : 1 - room[j];
      double all = 0;
      double butOne = 0;
      for (int q = 0; q <= wanted; q++) {
        all += before[row + q] * rest[q];
        butOne += before[row + q] * rest[q + 1];
        rest[q] = rest[q] * stay + rest[q + 1] * step;
      }
      reached[j] = all;
      oneShort[j] = butOne;
    }
  }

  /** P(exactly the number of successes that is followed). */
  public double probability() {
    return StrictMath.min(1, exactly);
  }

  /** P(more than that number), to an absolute error of some ulp of 1. */
  public double above() {
    return StrictMath.min(1, above);
  }

  /** P(exactly that number among the trials other than this one). */
  public double without(int trial) {
    return StrictMath.min(1, mirrored ? oneShort[trial] : reached[trial]);
  }

  /** The derivative of {@link #probability} in the probability of this trial, in [-1, 1]. */
  public double slope(int trial) {
    double slope = oneShort[trial] - reached[trial];
    return mirrored ? -slope : slope;
  }
}
