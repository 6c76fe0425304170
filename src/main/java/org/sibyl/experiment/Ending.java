package org.sibyl.experiment;

import org.sibyl.scenario.Scenario;

/**
 * How a run ended.
 *
 * @param kind why
 * @param rounds rounds played
 * @param cycleLength rounds after which the world recurs, for cycles; else 0
 * @param prePeriod rounds played before the first world that recurs, for cycles; else 0
 * @param message what went wrong, for {@link Kind#DIVERGED}; else empty
 */
public record Ending(Kind kind, int rounds, int cycleLength, int prePeriod, String message) {
  /** Why a run ended. */
  public enum Kind {
    /** The next world equals the last: nothing will change any more. */
    STABLE,
    /** A world recurred. */
    CYCLE,
    /** All rounds of the scenario were played. */
    HORIZON,
    /** A number became none; see the message. */
    DIVERGED
  }

  static Ending stable(int rounds) {
    return new Ending(Kind.STABLE, rounds, 0, 0, "");
  }

  static Ending cycle(int rounds, int length) {
    return new Ending(Kind.CYCLE, rounds, length, rounds - length, "");
  }

  static Ending horizon(Scenario scenario) {
    return new Ending(Kind.HORIZON, scenario.rounds(), 0, 0, "");
  }

  static Ending diverged(int rounds, String message) {
    return new Ending(Kind.DIVERGED, rounds, 0, 0, message);
  }
}
