package org.sibyl.simulation.screening;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;

/** Cohorts of which only some labels are seen. */
final class SeenLabels {
  /** Who is predicted more than this is accepted: rules say 0 or 1, forecasts a probability. */
  private static final double EVEN = 0.5;

  private SeenLabels() {}

  /** Whether the person at a position of the cohort is accepted by the rule in force. */
  static boolean isAccepted(Cohort cohort, int position) {
    return cohort.predictions().get(position) > EVEN;
  }

  /** The cohort with the labels at these positions, where they were seen before; others are NaN. */
  static Cohort only(Cohort cohort, IntPredicate seen) {
    BitSet labelled = new BitSet(cohort.size());
    for (int k = 0; k < cohort.size(); k++) {
      labelled.set(k, cohort.isLabelled(k) && seen.test(k));
    }
    if (labelled.cardinality() == cohort.size()) {
      return cohort;
    }
    return new Cohort(
        cohort.round(),
        cohort.individuals(),
        cohort.features(),
        cohort.predictions(),
        Column.generate(
            cohort.size(), k -> labelled.get(k) ? cohort.outcomes().get(k) : Double.NaN),
        cohort.propensities(),
        Optional.of(labelled));
  }
}
