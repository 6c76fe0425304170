package org.sibyl.scenario.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Levels}. */
final class LevelsReader {
  /** Exponents of two digits, so that no number outgrows a double. */
  private static final String NUMBER = "([-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d{1,2})?)";

  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "(?:\\s*/\\s*" + NUMBER + ")?");
  private static final Pattern SPACED =
      Pattern.compile(
          "(lin|log)\\(\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*,\\s*(\\d+)\\s*\\)");
  private static final Pattern SPACED_WRONGLY = Pattern.compile("(lin|log)\\s*\\(.*");
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
      return range(range);
    }
    Matcher spaced = SPACED.matcher(text);
    if (spaced.matches()) {
      return spaced(spaced);
    }
    if (SPACED_WRONGLY.matcher(text).matches()) {
      throw wrong(
          "is not of the form lin(low,high,count)", "Write three numbers, as in log(0.001,1,4)");
    }
    return new Levels.Listed(split());
  }

  private Levels range(Matcher form) {
    BigDecimal low = new BigDecimal(form.group(1));
    BigDecimal high = new BigDecimal(form.group(2));
    inOrder(low, high);
    if (form.group(3) != null) {
      return stepped(low, high, new BigDecimal(form.group(3)));
    }
    return WHOLE.matcher(form.group(1)).matches() && WHOLE.matcher(form.group(2)).matches()
        ? new Levels.Whole(low.longValueExact(), high.longValueExact())
        : new Levels.Interval(low, high);
  }

  private Levels stepped(BigDecimal low, BigDecimal high, BigDecimal step) {
    if (step.signum() <= 0) {
      throw wrong("has a step that leads nowhere", "Give a step above 0");
    }
    // in double: exact quotients of extreme numbers have a billion digits
    if (!(high.subtract(low).divide(step, MathContext.DECIMAL64).doubleValue()
        <= Levels.MOST - 1)) {
      throw wrong("has more than " + Levels.MOST + " values", "Take a larger step");
    }
    return new Levels.Stepped(low, high, step);
  }

  private Levels spaced(Matcher form) {
    boolean ratios = form.group(1).equals("log");
    BigDecimal low = new BigDecimal(form.group(2));
    BigDecimal high = new BigDecimal(form.group(3));
    inOrder(low, high);
    if (ratios && low.signum() <= 0) {
      throw wrong("begins at " + form.group(2), "log needs ends above 0");
    }
    BigDecimal count = new BigDecimal(form.group(4));
    if (count.compareTo(BigDecimal.ONE) < 0 || count.compareTo(new BigDecimal(Levels.MOST)) > 0) {
      throw wrong("asks for " + form.group(4) + " values", "Ask for 1 to " + Levels.MOST);
    }
    if (low.compareTo(high) == 0 && count.compareTo(BigDecimal.ONE) > 0) {
      throw wrong("asks for one value again and again", "Give different ends, or a count of 1");
    }
    return new Levels.Spaced(low, high, count.longValueExact(), ratios);
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
    int from = 0;
    boolean fresh = true; // whether a quote here would begin a quoted text
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (fresh && (c == '"' || c == '\'')) {
        k = closing(k);
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        values.add(piece(from, k));
        from = k + 1;
      }
      fresh = "[{,:".indexOf(c) >= 0 || fresh && Character.isWhitespace(c);
    }
    if (depth != 0) {
      throw wrong("has a bracket without its partner", "Close what is opened");
    }
    values.add(piece(from, text.length()));
    return values;
  }

  /** Where a quoted text ends; a doubled or escaped quote does not end it. */
  private int closing(int opening) {
    char quote = text.charAt(opening);
    for (int k = opening + 1; k < text.length(); k++) {
      if (quote == '"' && text.charAt(k) == '\\') {
        k++;
      } else if (text.charAt(k) == quote) {
        boolean doubled = quote == '\'' && k + 1 < text.length() && text.charAt(k + 1) == quote;
        if (!doubled) {
          return k;
        }
        k++;
      }
    }
    throw wrong("has a quote without its partner", "Close what is opened");
  }

  private String piece(int from, int to) {
    String value = text.substring(from, to).strip();
    if (value.isEmpty()) {
      throw wrong("has an empty value", "Remove the comma or give the value");
    }
    return value;
  }

  private IllegalArgumentException wrong(String what, String remedy) {
    return new IllegalArgumentException(path + ": '" + text + "' " + what + ". " + remedy + ".");
  }
}
