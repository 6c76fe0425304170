package org.sibyl.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which Sibyl this is.
 *
 * @param number released version
 * @param commit commit it was built from, or "unknown"
 */
public record Version(String number, String commit) {
  /** The one that is running. */
  public static Version current() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = properties.getProperty("commit", "");
    return new Version(
        properties.getProperty("version", "unknown"),
        commit.matches("[0-9a-f]{7,}") ? commit : "unknown");
  }
}
