package org.sibyl.numeric;

import java.util.Arrays;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * The law of the number of successes in independent trials that succeed with probabilities of their
 * own; immutable.
 *
 * <p>Up to 2000 uncertain trials it is built trial by trial, f(k) = f(k) (1 - p) + f(k - 1) p:
 * O(m^2), only non-negative terms, so each probability is right to about m ulp, however small.
 * Longer laws are multiplied together from halves by Fourier transform, O(m log^2 m), with an
 * absolute error below 1e-13 in each probability (measured: 3e-14 up to 40 000 trials), so that
 * those far out in the tails are noise of that size and sums are right to about 1e-12. Trials that
 * are certain are exact in both.
 */
public final class PoissonBinomial {
  /**
   * Above this many uncertain trials, and terms to follow, the Fourier transform is the faster way.
   */
  private static final int LONGEST_RECURRENCE = 2000;

  /** What the Fourier products start from: shorter laws are cheaper trial by trial. */
  private static final int BLOCK = 256;

  /** A law of this many terms is followed trial by trial whatever the number of trials. */
  private static final int FEW_TERMS = 250;

  /** Terms that fit in registers: no group of up to 11 needs more. */
  private static final int IN_REGISTERS = 6;

  private final double[] trials;
  private final double[] law;

  private PoissonBinomial(double[] trials, double[] law) {
    this.trials = trials;
    this.law = law;
  }

  /**
   * The law of the sum of trials with these probabilities, which are copied; there may be none.
   *
   * @throws IllegalArgumentException when one is not in [0, 1]
   */
  public static PoissonBinomial of(double... p) {
    double[] trials = p.clone();
    for (int j = 0; j < trials.length; j++) {
      Check.probability("p[" + j + "]", trials[j]);
    }
    return new PoissonBinomial(trials, law(trials, trials.length));
  }

  /** The number of trials, m. */
  public int trials() {
    return trials.length;
  }

  /** P(exactly k successes) for k = 0..m; a copy. */
  public double[] probabilities() {
    return law.clone();
  }

  /** P(exactly {@code successes}); 0 outside 0..m. */
  public double probability(int successes) {
    return successes < 0 || successes >= law.length ? 0 : law[successes];
  }

  /** P(at least {@code successes}): exactly 1 up to 0, 0 above m. O(m). */
  public double atLeast(int successes) {
    if (successes <= 0) {
      return 1;
    }
    double tail = 0;
    for (int k = law.length - 1; k >= successes; k--) {
      tail += law[k];
    }
    return StrictMath.min(1, tail);
  }

  /** The laws without one trial, for all numbers of successes: O(m^2) storage. */
  public LeaveOneOut leaveOneOut() {
    return leaveOneOut(StrictMath.max(0, trials.length - 1));
  }

  /**
   * The laws without one trial, for up to {@code highest} successes: O(m highest) time and storage.
   *
   * @throws IllegalArgumentException when {@code highest} is negative
   */
  public LeaveOneOut leaveOneOut(int highest) {
    return new LeaveOneOut(trials, Check.atLeast("highest", highest, 0));
  }

  /** The law of the first trials, by whichever way suits their number. */
  private static double[] law(double[] p, int trials) {
    double[] uncertain = new double[trials];
    int open = 0;
    int sure = 0;
    for (int j = 0; j < trials; j++) {
      if (p[j] == 1) {
        sure++;
      } else if (p[j] != 0) {
        uncertain[open++] = p[j];
      }
    }
    double[] law =
        byProducts(uncertain, 0, open, open > LONGEST_RECURRENCE ? BLOCK : LONGEST_RECURRENCE);
    double[] shifted = new double[trials + 1];
    System.arraycopy(law, 0, shifted, sure, law.length);
    return shifted;
  }

  /**
   * The law of trials {@code from..to-1}: trial by trial up to {@code block} of them, else halved.
   */
  static double[] byProducts(double[] p, int from, int to, int block) {
    if (to - from <= block) {
      return byRecurrence(p, from, to);
    }
    int middle = (from + to) >>> 1;
    return product(byProducts(p, from, middle, block), byProducts(p, middle, to, block));
  }

  static double[] byRecurrence(double[] p, int from, int to) {
    double[] law = new double[to - from + 1];
    law[0] = 1;
    for (int j = from; j < to; j++) {
      add(p[j], law, j - from + 1);
    }
    for (int k = 0; k < law.length; k++) {
      law[k] = StrictMath.min(1, law[k]);
    }
    return law;
  }

  /** Adds a trial to a law, in place, as far as term {@code highest}. */
  private static void add(double p, double[] law, int highest) {
    double q = 1 - p;
    for (int k = highest; k > 0; k--) {
      law[k] = law[k] * q + law[k - 1] * p;
    }
    law[0] *= q;
  }

  /**
   * The law of the sum of two independent numbers. Both laws ride in one transform, as its real and
   * its imaginary part: the square of a + ib has twice the product of a and b as imaginary part.
   */
  private static double[] product(double[] a, double[] b) {
    int terms = a.length + b.length - 1;
    int size = Integer.highestOneBit(terms - 1) << 1; // the least power of 2 that holds them
    double[][] z = {Arrays.copyOf(a, size), Arrays.copyOf(b, size)};
    FastFourierTransformer.transformInPlace(z, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int l = 0; l < size; l++) {
      double real = z[0][l];
      double imaginary = z[1][l];
      z[0][l] = real * real - imaginary * imaginary;
      z[1][l] = 2 * real * imaginary;
    }
    FastFourierTransformer.transformInPlace(z, DftNormalization.STANDARD, TransformType.INVERSE);
    double[] law = new double[terms];
    for (int k = 0; k < terms; k++) {
      law[k] = StrictMath.max(0, StrictMath.min(1, z[1][k] / 2)); // rounding may leave -1e-17
    }
    return law;
  }

  /**
   * The laws of all trials but one, from the laws of the trials before it and after it: nothing is
   * divided, so no probability, not even 0 or 1, is special.
   */
  public static final class LeaveOneOut {
    private final int trials;
    private final int highest;
    private final double[][] before;
    private final double[][] after;

    private LeaveOneOut(double[] p, int highest) {
      this.trials = p.length;
      this.highest = highest;
      this.before = new double[trials][];
      this.after = new double[trials][];
      double[] first = {1};
      double[] last = {1};
      for (int j = 0; j < trials; j++) {
        before[j] = first;
        after[trials - 1 - j] = last;
        first = with(p[j], first);
        last = with(p[trials - 1 - j], last);
      }
    }

    private double[] with(double p, double[] law) {
      int length = StrictMath.min(law.length, highest) + 1;
      double[] longer = Arrays.copyOf(law, length);
      add(p, longer, length - 1);
      return longer;
    }

    /** The highest number of successes that can be asked for. */
    public int highest() {
      return highest;
    }

    /**
     * P(exactly {@code successes} among the trials other than {@code without}); 0 outside 0..m-1.
     * O(highest).
     *
     * @param without index of the trial left out, in 0..m-1
     * @param successes number of successes of the others
     * @throws IndexOutOfBoundsException when there is no such trial
     * @throws IllegalArgumentException when the number is possible but above {@link #highest()}
     */
    public double probability(int without, int successes) {
      double[] first = before[without];
      double[] last = after[without];
      if (successes < 0 || successes >= trials) {
        return 0;
      }
      if (successes > highest) {
        throw Check.invalid(
            "successes",
            Integer.toString(successes),
            "must be at most " + highest + ", the highest");
      }
      int from = StrictMath.max(0, successes - (last.length - 1));
      int to = StrictMath.min(successes, first.length - 1);
      double sum = 0;
      for (int k = from; k <= to; k++) {
        sum += first[k] * last[successes - k];
      }
      return StrictMath.min(1, sum);
    }
  }

  /**
   * Single probabilities of many small laws, in memory that is used again and again. Fill {@link
   * #room}, then ask. Not thread-safe: one for each thread.
   *
   * <p>Nothing is checked: probabilities outside [0, 1] give nonsense, NaN gives NaN.
   */
  public static final class Kernel {
    private double[] room = new double[16];
    private double[] common = new double[16];
    private double[] terms = new double[16];

    /**
     * The array, of at least {@code trials} values, that the caller fills with probabilities from
     * index 0. It is the same array each time unless it had to grow, when the old one, with what it
     * held, is dropped. Asking for probabilities does not change it.
     */
    public double[] room(int trials) {
      if (room.length < trials) {
        room = new double[grown(trials)];
      }
      return room;
    }

    /**
     * P(exactly {@code successes} among the first {@code trials} of the room); 0 outside 0..trials.
     * Successes or failures are followed, whichever are fewer, k: O(k (m - k)), without allocation;
     * above the size that {@link PoissonBinomial} states, by Fourier transform, with.
     *
     * @throws IndexOutOfBoundsException when the room is smaller than {@code trials}
     */
    public double probability(int successes, int trials) {
      return exactly(room, successes, trials);
    }

    /**
     * P(exactly {@code successes}) when all trials share {@code p}: bit for bit as from the room.
     */
    public double binomial(int successes, int trials, double p) {
      if (common.length < trials) {
        common = new double[grown(trials)];
      }
      Arrays.fill(common, 0, StrictMath.max(0, trials), p);
      return exactly(common, successes, trials);
    }

    private double exactly(double[] p, int successes, int trials) {
      int failures = trials - successes;
      if (successes < 0 || failures < 0) {
        return 0;
      }
      boolean mirrored = failures < successes;
      int fewer = mirrored ? failures : successes;
      if (fewer > FEW_TERMS && trials > LONGEST_RECURRENCE) {
        return law(p, trials)[successes];
      }
      return StrictMath.min(
          1,
          fewer < IN_REGISTERS
              ? inRegisters(p, trials, fewer, mirrored)
              : recurrence(p, trials, fewer, mirrored));
    }

    /**
     * Term {@code wanted}, at most 5, of the law of successes, or of failures: the recurrence
     * written out, because around three terms an inner loop costs more than its arithmetic.
     */
    private static double inRegisters(double[] p, int trials, int wanted, boolean failures) {
      double zero = 1;
      double one = 0;
      double two = 0;
      double three = 0;
      double four = 0;
      double five = 0;
      for (int j = 0; j < trials; j++) {
        double step = failures ? 1 - p[j] : p[j];
        double stay = failures ? p[j] : 1 - p[j];
        five = five * stay + four * step;
        four = four * stay + three * step;
        three = three * stay + two * step;
        two = two * stay + one * step;
        one = one * stay + zero * step;
        zero *= stay;
      }
      return switch (wanted) {
        case 0 -> zero;
        case 1 -> one;
        case 2 -> two;
        case 3 -> three;
        case 4 -> four;
        default -> five;
      };
    }

    /**
     * Term {@code wanted} of the law of successes, or of failures. Term k is at index k + 1 after a
     * 0 that stands for the impossible -1; terms that cannot reach the wanted one are left out.
     */
    private double recurrence(double[] p, int trials, int wanted, boolean failures) {
      if (terms.length < wanted + 2) {
        terms = new double[grown(wanted + 2)];
      }
      double[] f = terms;
      int end = wanted + 1;
      Arrays.fill(f, 0, end + 1, 0);
      f[1] = 1;
      for (int j = 0; j < trials; j++) {
        double step = failures ? 1 - p[j] : p[j];
        double stay = failures ? p[j] : 1 - p[j];
        int low = StrictMath.max(1, end - (trials - 1 - j));
        for (int i = StrictMath.min(j + 2, end); i >= low; i--) {
          f[i] = f[i] * stay + f[i - 1] * step;
        }
      }
      return f[end];
    }

    private static int grown(int needed) {
      return StrictMath.max(needed, needed + (needed >> 1)); // the sum may overflow
    }
  }
}
