package org.sibyl.prediction;

import java.util.List;

/**
 * What was observed since the learner last learned: one cohort unless the scenario plays games of
 * several rounds.
 *
 * @param rounds the cohorts, oldest first; at least one
 */
public record Episode(List<Cohort> rounds) {
  public Episode {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("episode: holds no round. Play at least one.");
    }
  }

  /** The newest cohort. */
  public Cohort last() {
    return rounds.get(rounds.size() - 1);
  }
}
