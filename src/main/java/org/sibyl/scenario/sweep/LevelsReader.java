package org.sibyl.scenario.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Levels}. */
final class LevelsReader {
  private static final String NUMBER = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "(?:\\s*/\\s*" + NUMBER + ")?");
  private static final Pattern SPACED =
      Pattern.compile(
          "(lin|log)\\(\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*,\\s*(\\d+)\\s*\\)");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");

  private final String path;
  private final String text;

  LevelsReader(String path, String text) {
    this.path = path;
    this.text = text;
  }

  Levels read() {
    if (text.isEmpty()) {
      throw wrong("names no value", "Give values like 0.1,0.2 or a range like 0.1..0.5/0.1");
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(range.group(1), range.group(2), range.group(3));
    }
    Matcher spaced = SPACED.matcher(text);
    if (spaced.matches()) {
      return spaced(spaced);
    }
    return new Levels.Listed(split());
  }

  private Levels range(String first, String last, String by) {
    BigDecimal low = new BigDecimal(first);
    BigDecimal high = new BigDecimal(last);
    inOrder(low, high);
    if (by == null) {
      return WHOLE.matcher(first).matches() && WHOLE.matcher(last).matches()
          ? new Levels.Whole(Long.parseLong(first), Long.parseLong(last))
          : new Levels.Interval(low, high, false, List.of());
    }
    BigDecimal step = new BigDecimal(by);
    if (step.signum() <= 0) {
      throw wrong("has the step " + by, "A step must be above 0");
    }
    if (high.subtract(low).divide(step, MathContext.DECIMAL64).doubleValue() >= Levels.MOST) {
      throw wrong("has more than " + Levels.MOST + " values", "Take a larger step");
    }
    List<String> values = new ArrayList<>();
    for (BigDecimal value = low; value.compareTo(high) <= 0; value = value.add(step)) {
      values.add(Levels.plain(value));
    }
    return new Levels.Interval(low, high, false, values);
  }

  private Levels spaced(Matcher form) {
    boolean ratios = form.group(1).equals("log");
    BigDecimal low = new BigDecimal(form.group(2));
    BigDecimal high = new BigDecimal(form.group(3));
    inOrder(low, high);
    if (ratios && low.signum() <= 0) {
      throw wrong("begins at " + form.group(2), "log needs ends above 0");
    }
    if (form.group(4).length() > 7 || Integer.parseInt(form.group(4)) < 1) {
      throw wrong("asks for " + form.group(4) + " values", "Ask for 1 to 9999999");
    }
    int count = Integer.parseInt(form.group(4));
    Levels.Interval interval = new Levels.Interval(low, high, ratios, List.of());
    List<String> values = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      values.add(
          k == 0
              ? Levels.plain(low)
              : k == count - 1 ? Levels.plain(high) : between(interval, k, count - 1));
    }
    return new Levels.Interval(low, high, ratios, values);
  }

  /** In decimal, so that equal distances have no rounding tails. */
  private static String between(Levels.Interval interval, int k, int last) {
    if (interval.ratios()) {
      return interval.at((double) k / last);
    }
    BigDecimal distance = interval.high().subtract(interval.low());
    return Levels.plain(
        interval
            .low()
            .add(
                distance
                    .multiply(BigDecimal.valueOf(k))
                    .divide(BigDecimal.valueOf(last), new MathContext(12)))
            .round(new MathContext(12)));
  }

  private void inOrder(BigDecimal low, BigDecimal high) {
    if (low.compareTo(high) > 0) {
      throw wrong("is an empty range", "Write the lower end first");
    }
  }

  /** At commas outside brackets and quotes. */
  private List<String> split() {
    List<String> values = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int from = 0;
    for (int k = 0; k <= text.length(); k++) {
      char c = k < text.length() ? text.charAt(k) : ',';
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      }
      if (k == text.length() || (c == ',' && depth == 0 && quote == 0)) {
        String value = text.substring(from, k).strip();
        if (value.isEmpty()) {
          throw wrong("has an empty value", "Remove the comma or give the value");
        }
        values.add(value);
        from = k + 1;
      }
    }
    return values;
  }

  private IllegalArgumentException wrong(String what, String remedy) {
    return new IllegalArgumentException(path + ": '" + text + "' " + what + ". " + remedy + ".");
  }
}
