package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.hipparchus.special.Beta;
import org.sibyl.learning.riskcontrol.width.HoeffdingBentkus.Form;

/**
 * Limits of the expected loss by the bounds of Hoeffding and Bentkus.
 *
 * <p>The mean of a sample lies in a cell: the k-th holds those above (k - 1) / n, up to k / n.
 * Within it Bentkus's bounds stand still, and so do all counts here.
 *
 * @param sample n, at least 2
 * @param failure of both sides
 * @param form how they share it
 */
record MeanLimits(int sample, double failure, Form form) {
  private static final double ROUNDING = 1e-9; // of a mean times a number of people
  private static final double PRECISION = 1e-13;

  /**
   * Bound on the probability of a mean of at most {@code mean} where the expected loss is {@code
   * expected}.
   */
  static double pValue(int sample, double mean, double expected) {
    return pValue(sample, mean, (int) Math.ceil(sample * mean - ROUNDING), expected);
  }

  private static double pValue(int sample, double mean, int count, double expected) {
    if (expected >= 1) {
      return 0; // no expected loss is above 1
    }
    double entropy = entropy(Math.min(mean, expected), expected);
    double hoeffding = StrictMath.exp(-sample * entropy);
    return Math.min(hoeffding, StrictMath.E * binomial(sample, count, expected));
  }

  /** P(Bin(n, p) at most k). */
  static double binomial(int n, int k, double p) {
    if (k >= n) {
      return 1;
    }
    return k < 0 ? 0 : Beta.regularizedBeta(1 - p, n - k, k + 1.0);
  }

  private static double entropy(double a, double b) {
    double low = a == 0 ? 0 : a * StrictMath.log(a / b);
    double high = a == 1 ? 0 : (1 - a) * StrictMath.log((1 - a) / (1 - b));
    return low + high;
  }

  /** Omega(m): the least width whose limits on both sides hold. */
  double at(double mean) {
    int count = (int) Math.ceil(sample * mean - ROUNDING);
    int others = (int) Math.ceil(sample * (1 - mean) - ROUNDING);
    return least(width -> covers(mean, count, others, width));
  }

  private boolean covers(double mean, int count, int others, double width) {
    double above = pValue(sample, mean, count, mean + width);
    double below = pValue(sample, 1 - mean, others, 1 - mean + width);
    return form == Form.SUM
        ? above + below <= failure
        : above <= failure / 2 && below <= failure / 2;
  }

  /** The least number in [0, 1] for which it holds, where it holds for all larger ones. */
  private static double least(DoublePredicate holds) {
    double low = 0;
    double high = 1;
    while (high - low > PRECISION) {
      double middle = low + (high - low) / 2;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** The least width that all means up to level - width have; empty where not even 0 has it. */
  OptionalDouble within(double level) {
    if (!covers(0, 0, sample, level)) {
      return OptionalDouble.empty();
    }
    double highest = highest(level);
    if (highest > 0.5) {
      return OptionalDouble.of(widest());
    }
    double width = level - highest;
    return OptionalDouble.of(form == Form.HALF ? Math.max(width, lower(highest)) : width);
  }

  /** The highest mean that is within the level with what is left to the level as its width. */
  private double highest(double level) {
    int low = 0;
    int high = (int) Math.ceil(sample * level - ROUNDING) + 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (fits((middle - 1.0) / sample, middle, level)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    int cell = low;
    return cell == 0
        ? 0
        : (cell - least(back -> fits((cell - back) / sample, cell, level))) / sample;
  }

  private boolean fits(double mean, int cell, double level) {
    return mean <= level && covers(mean, cell, sample - cell + 1, level - mean);
  }

  /** The largest distance to the lower limit, of means up to this one. */
  private double lower(double mean) {
    int cell = (int) Math.ceil(sample * mean - ROUNDING);
    double here = cell == 0 ? 0 : lower(mean, cell);
    return cell < 2 ? here : Math.max(here, lower((cell - 1.0) / sample, cell - 1));
  }

  private double lower(double mean, int cell) {
    return least(
        width -> pValue(sample, 1 - mean, sample - cell + 1, 1 - mean + width) <= failure / 2);
  }

  /** The largest of all widths: that of a mean near 1/2, and just behind a multiple of 1 / n. */
  private double widest() {
    double width = behind(sample / 2, 0); // near the largest, so that few others are searched
    for (int multiple = sample / 4; multiple <= 3 * sample / 4; multiple++) {
      width = behind(multiple, width);
    }
    return width;
  }

  private double behind(int multiple, double least) {
    double mean = (double) multiple / sample;
    int others = sample - multiple;
    return covers(mean, multiple + 1, others, least)
        ? least
        : least(width -> covers(mean, multiple + 1, others, width));
  }
}
