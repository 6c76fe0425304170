package org.sibyl.scenario;

/**
 * Where a value was written.
 *
 * @param source file, or the option that gave it
 * @param line from 1; 0 for options
 */
public record Place(String source, int line) {
  @Override
  public String toString() {
    return line > 0 ? source + ":" + line : source;
  }
}
