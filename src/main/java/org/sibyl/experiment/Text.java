package org.sibyl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How numbers, names and JSON are written, the same on every machine and JDK. */
public final class Text {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  static final ObjectWriter PRETTY_JSON =
      JSON.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance));

  private static final Pattern UNQUOTED = Pattern.compile("[^,\"\n\r]*");

  private Text() {}

  /** The shortest text that reads back as the same number; empty for NaN. Whole numbers plain. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (value == StrictMath.rint(value) && StrictMath.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return DoubleToDecimal.toString(value);
  }

  /** Reads JSON. */
  public static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  /** JSON on one line, with a line end. */
  public static String line(JsonNode json) {
    try {
      return JSON.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON over several lines, with a line end. */
  public static String pretty(JsonNode json) {
    try {
      return PRETTY_JSON.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of CSV; cells with commas or quotes are quoted. */
  public static String csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(String.join(",", row.stream().map(Text::cell).toList())).append('\n');
    }
    return text.toString();
  }

  private static String cell(String text) {
    return UNQUOTED.matcher(text).matches() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** A name as a folder: lower-case letters, digits and hyphens. */
  public static String slug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "scenario" : slug.substring(0, StrictMath.min(slug.length(), 80));
  }

  /** Escapes text for HTML, also inside attributes. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Escapes JSON for a script element. */
  static String inScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
