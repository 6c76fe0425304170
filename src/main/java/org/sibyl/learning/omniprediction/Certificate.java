package org.sibyl.learning.omniprediction;

import java.util.List;

/**
 * What the last audit found. From a log they are estimates: of the truth they are within the
 * accuracy asked for, where that is certified.
 *
 * @param poi the greatest error of a rule, performative outcome indistinguishability; 0 without
 *     rules
 * @param doi the greatest error of best decisions, decision outcome indistinguishability
 * @param searches calls of the auditor in the whole run
 * @param doubts why nothing is certified, in the order of {@link Doubt}; empty when it could be
 */
public record Certificate(double poi, double doi, long searches, List<Doubt> doubts) {
  public Certificate {
    doubts = List.copyOf(doubts);
  }

  /** A certificate without doubts. */
  public Certificate(double poi, double doi, long searches) {
    this(poi, doi, searches, List.of());
  }
}
