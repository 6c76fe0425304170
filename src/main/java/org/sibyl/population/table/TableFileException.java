package org.sibyl.population.table;

import java.nio.file.Path;
import org.sibyl.numeric.InputFileException;

/**
 * A table has an error. The message starts with {@code <file>:<line>: }, or {@code <file>: } where
 * no line is to blame, and states the column, the value, the rule and a remedy.
 */
public final class TableFileException extends InputFileException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 40;

  TableFileException(Path file, String problem) {
    super(file + ": " + problem);
  }

  TableFileException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }

  /** Text from a file as a message may show it: in quotes, on one line, not too long. */
  static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return "'" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...") + "'";
  }
}
