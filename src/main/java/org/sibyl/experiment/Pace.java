package org.sibyl.experiment;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a number of tasks has come.
 *
 * @param all how many there are
 */
record Pace(int all) {
  /**
   * One line about the task that begins.
   *
   * @param done tasks finished before it
   * @param name its name
   * @param elapsed since the first began
   */
  String line(int done, String name, Duration elapsed) {
    String line =
        String.format(Locale.ROOT, "[%d/%d] %s, %s elapsed", done + 1, all, name, clock(elapsed));
    return done == 0
        ? line
        : line + ", about " + clock(elapsed.multipliedBy(all - done).dividedBy(done)) + " to go";
  }

  private static String clock(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
