package org.sibyl.experiment.reproduction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sibyl.Shared;

/**
 * Expected numbers on their way from the recorded results and the specification into committed
 * files. Nothing of the program under test is used here.
 */
final class Recorded {
  private static final String GAMES = "collective-risk-games";
  private static final String PREDICTION = "performative-prediction";

  private final List<String> lines = new ArrayList<>();
  private String source = "";
  private double tolerance;

  /** What the following numbers come from, and how far from them ours may lie. */
  Recorded from(String where, double within) {
    source = where;
    tolerance = within;
    return this;
  }

  /** How far from the following numbers ours may lie, which come from the same place. */
  Recorded within(double apart) {
    tolerance = apart;
    return this;
  }

  Recorded put(String quantity, double value) {
    return put(quantity, value, 0);
  }

  Recorded put(String quantity, double value, double standardError) {
    lines.add(
        String.join(
            ",",
            quantity.contains(",") ? '"' + quantity + '"' : quantity,
            plain(value),
            plain(tolerance),
            plain(standardError),
            source.contains(",") ? '"' + source + '"' : source));
    return this;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The file. */
  String text() {
    return "quantity,expected,tolerance,standard-error,source\n" + String.join("\n", lines) + "\n";
  }

  /** A recorded result. */
  static JsonNode json(String file) {
    return Shared.json("reference/games/" + file + ".json");
  }

  /** A recorded result of performative prediction. */
  static JsonNode prediction(String file) {
    return Shared.json("reference/prc/" + file + ".json");
  }

  /** The number that the specification's text has where the pattern has its group. */
  static double spec(String pattern) {
    return number(said(GAMES, pattern));
  }

  /** The same for the specification of performative prediction. */
  static double predictionSpec(String pattern) {
    return number(said(PREDICTION, pattern));
  }

  private static double number(Matcher found) {
    return Double.parseDouble(found.group(1).replace('−', '-'));
  }

  /** Fails unless the specification's text has this. */
  static void says(String text) {
    said(GAMES, Pattern.quote(text));
  }

  /** Fails unless the specification of performative prediction has this. */
  static void predictionSays(String text) {
    said(PREDICTION, Pattern.quote(text));
  }

  private static Matcher said(String specification, String pattern) {
    try {
      String text = Files.readString(Shared.path("spec/" + specification + ".md"));
      Matcher found = Pattern.compile(pattern).matcher(text);
      if (!found.find()) {
        throw new AssertionError("the specification does not say " + pattern);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
