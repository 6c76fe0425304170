package org.sibyl.prediction;

import java.util.List;

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
}
