package org.sibyl.numeric;

import java.util.Locale;

/**
 * Checks of arguments: each takes the name, returns the value, and is written so that NaN fails.
 * Names are given as a scenario spells them.
 */
public final class Check {
  private Check() {}

  /** A number in [0, 1]. */
  public static double probability(String name, double value) {
    return within(name, value, Range.PROBABILITY);
  }

  /** A number in the given range. */
  public static double within(String name, double value, Range range) {
    if (!range.contains(value)) {
      throw invalid(name, plain(value), "must lie in " + range);
    }
    return value;
  }

  /** A whole number of at least {@code least}. */
  public static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw invalid(name, Integer.toString(value), "must be at least " + least);
    }
    return value;
  }

  /** A finite number. */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw invalid(name, plain(value), "must be a finite number");
    }
    return value;
  }

  /** A size that fits another. */
  public static void sameSize(String name, int size, String other, int expected) {
    if (size != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: has %d values, but %s has %d. Give one value for each.",
              name,
              size,
              other,
              expected));
    }
  }

  /** The exception that all checks throw: name, value, rule. */
  public static IllegalArgumentException invalid(String name, String value, String rule) {
    return new IllegalArgumentException(name + ": " + value + " " + rule + ".");
  }

  private static String plain(double value) {
    return value == StrictMath.rint(value) && StrictMath.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
