package org.sibyl.prediction;

import java.util.List;
import org.sibyl.numeric.Check;

/**
 * What was observed since the learner last learned: one cohort unless the scenario plays games of
 * several rounds.
 *
 * @param rounds the cohorts, oldest first; at least one
 * @param access what else may be read, metered
 */
public record Episode(List<Cohort> rounds, Access access) {
  public Episode {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("episode: holds no round. Play at least one.");
    }
  }

  /** Cohorts and nothing else. */
  public Episode(List<Cohort> rounds) {
    this(rounds, Access.toCohorts());
  }

  /** The newest cohort. */
  public Cohort last() {
    return rounds.get(rounds.size() - 1);
  }

  /**
   * Refuses an episode in which somebody was not observed.
   *
   * @param size how many there are
   * @param reason why all must be observed, for the message
   * @throws IllegalArgumentException when a round has fewer
   */
  public void requireEveryone(int size, String reason) {
    for (Cohort round : rounds) {
      if (round.size() != size) {
        throw Check.invalid(
            "survey",
            round.size() + " of " + size + " individuals",
            "is too few: " + reason + ". Use survey: {type: whole}");
      }
    }
  }
}
