package org.sibyl.experiment;

import java.util.List;
import org.sibyl.scenario.Scenario;

/**
 * How a run ended.
 *
 * @param kind why
 * @param rounds rounds played
 * @param cycleLength rounds after which the world recurs, for cycles; else 0
 * @param prePeriod rounds played before the first world that recurs, for cycles; else 0
 * @param message what went wrong, for {@link Kind#DIVERGED}; else empty
 * @param notes what the learner says of how it stands in the end, a sentence each
 */
public record Ending(
    Kind kind, int rounds, int cycleLength, int prePeriod, String message, List<String> notes) {
  public Ending {
    notes = List.copyOf(notes);
  }

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
    return new Ending(Kind.STABLE, rounds, 0, 0, "", List.of());
  }

  static Ending cycle(int rounds, int length) {
    return new Ending(Kind.CYCLE, rounds, length, rounds - length, "", List.of());
  }

  static Ending horizon(Scenario scenario) {
    return new Ending(Kind.HORIZON, scenario.rounds(), 0, 0, "", List.of());
  }

  static Ending diverged(int rounds, String message) {
    return new Ending(Kind.DIVERGED, rounds, 0, 0, message, List.of());
  }

  Ending with(List<String> said) {
    return new Ending(kind, rounds, cycleLength, prePeriod, message, said);
  }
}
