package org.sibyl.numeric;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of a group, in [0, 1], given as a decimal ({@code 0.55}) or as a fraction ({@code 2/3}),
 * and the exact number of members it asks for. {@code Math.ceil(0.55 * 100)} is 56 in floating
 * point; here it is 55.
 */
public final class Share {
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");

  /**
   * What a decimal may exceed a whole number by and still be that number: agrees with exact
   * arithmetic for all fractions with denominator below 60 and groups below 120.
   */
  private static final double ROUNDING = 1e-9;

  private final String text;
  private final long numerator;
  private final long denominator;
  private final double value;

  private Share(String text, long numerator, long denominator, double value) {
    this.text = text;
    this.numerator = numerator;
    this.denominator = denominator;
    this.value = Check.probability("share", value);
  }

  /** A share given as a decimal. */
  public static Share of(double value) {
    return new Share(Double.toString(value), 0, 0, value);
  }

  /** A share given as a fraction. */
  public static Share of(int numerator, int denominator) {
    Check.atLeast("denominator", denominator, 1);
    return new Share(
        numerator + "/" + denominator, numerator, denominator, (double) numerator / denominator);
  }

  /** Reads {@code 0.55} or {@code 2/3}. */
  public static Share parse(String text) {
    Matcher fraction = FRACTION.matcher(text.strip());
    if (fraction.matches()) {
      return of(Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2)));
    }
    try {
      return of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      throw Check.invalid(
          "share", "'" + text + "'", "is neither a decimal nor a fraction like 2/3");
    }
  }

  /** The share as a number. */
  public double value() {
    return value;
  }

  /**
   * The least whole number that is at least this share of {@code size}; in 0..size.
   *
   * @param size number of members, at least 0
   */
  public int ceilingOf(int size) {
    Check.atLeast("size", size, 0);
    if (denominator > 0) {
      return (int) -StrictMath.floorDiv(-numerator * size, denominator);
    }
    int ceiling = (int) Math.ceil(value * size - ROUNDING);
    return StrictMath.max(0, StrictMath.min(size, ceiling));
  }

  /** Whether the share was given as a fraction. */
  public boolean isFraction() {
    return denominator > 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Share s && text.equals(s.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
