package org.sibyl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Self-contained HTML pages: a template whose blanks are filled with a title, with data for its
 * script, with the style and script that all pages share, and with Apache ECharts, which draws the
 * charts.
 */
public final class Page {
  private static final Pattern BLANK = Pattern.compile("@[A-Z]+@");

  private Page() {}

  /**
   * A page.
   *
   * @param template name of the template among the program's files
   */
  public static String of(String template, String title, JsonNode data) {
    try {
      return filled(
          resource(template),
          Map.of(
              "@TITLE@", Text.html(title),
              "@STYLE@", resource("page.css"),
              "@SCRIPT@", resource("page.js"),
              "@REPLAY@", resource("replay.js"),
              "@DATA@", Text.inScript(Text.JSON.writeValueAsString(data)),
              "@ECHARTS@", resource("echarts-6.1.0.min.js").replace("</script", "<\\/script")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page with its blanks filled, all in one pass: what is filled in may hold anything. */
  private static String filled(String page, Map<String, String> blanks) {
    return BLANK
        .matcher(page)
        .replaceAll(blank -> Matcher.quoteReplacement(blanks.getOrDefault(blank.group(), "")));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("page: the program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
