package org.sibyl.numeric;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of real numbers, written as in a textbook: {@code [0, 1]}, {@code (0, inf)}. NaN is
 * in no range; an infinite bound is itself inside only when its bracket is closed.
 *
 * @param low lower bound
 * @param lowIncluded whether the lower bound belongs to the range
 * @param high upper bound, at least {@code low}
 * @param highIncluded whether the upper bound belongs to the range
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
  private static final String NUMBER = "-?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";

  private static final Pattern TEXT =
      Pattern.compile("([\\[(])\\s*(" + NUMBER + "|-inf)\\s*,\\s*(" + NUMBER + "|inf)\\s*([\\])])");

  /** [0, 1]. */
  public static final Range PROBABILITY = parse("[0, 1]");

  /** All finite numbers. */
  public static final Range FINITE = parse("(-inf, inf)");

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("range: low " + low + " must not exceed high " + high);
    }
  }

  /**
   * Reads the textbook form.
   *
   * @throws IllegalArgumentException when the text is of another form or low exceeds high
   */
  public static Range parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException("range: '" + text + "' is not of the form [low, high]");
    }
    return new Range(
        bound(m.group(2)), m.group(1).equals("["), bound(m.group(3)), m.group(4).equals("]"));
  }

  /** Whether the value lies inside; never for NaN. */
  public boolean contains(double value) {
    return (lowIncluded ? value >= low : value > low)
        && (highIncluded ? value <= high : value < high);
  }

  @Override
  public String toString() {
    return (lowIncluded ? "[" : "(") + bound(low) + ", " + bound(high) + (highIncluded ? "]" : ")");
  }

  private static double bound(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String bound(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    boolean plain = value == StrictMath.rint(value) && StrictMath.abs(value) < 1e15;
    return plain ? Long.toString((long) value) : Double.toString(value);
  }
}
