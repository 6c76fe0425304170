package org.sibyl.learning.omniprediction.policy;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;

/** Cohorts that are kept until they are learned from. */
final class Histories {
  private Histories() {}

  static List<Cohort> with(List<Cohort> before, Episode episode) {
    List<Cohort> all = new ArrayList<>(before);
    all.addAll(episode.rounds());
    return List.copyOf(all);
  }
}
