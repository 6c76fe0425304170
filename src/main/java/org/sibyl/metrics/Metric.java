package org.sibyl.metrics;

import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** One number per round. A metric is pure: it looks at the round and at nothing else. */
public interface Metric {
  /** Its name in scenarios and files. */
  String name();

  /** Unit of the number. */
  String unit();

  /** All the values it can take; besides, NaN where the round does not define it. */
  Range range();

  /** The number for this round. */
  double measure(Round round);

  /**
   * Whether what is of interest is the sum of its numbers over the rounds so far, which {@link
   * Readings} keep: then that is what is recorded and drawn.
   */
  default boolean isTotal() {
    return false;
  }

  /**
   * Whether what is of interest is the mean of its numbers over the rounds of a game. Then {@link
   * Readings} give that of the last game that ended, round after round until the next one ends, and
   * NaN before the first has: a curve by games.
   */
  default boolean isOfGame() {
    return false;
  }
}
