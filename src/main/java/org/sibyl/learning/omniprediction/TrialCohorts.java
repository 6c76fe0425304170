package org.sibyl.learning.omniprediction;

import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;

/** Observed cohorts, read as the log of a trial. */
final class TrialCohorts {
  private TrialCohorts() {}

  static TrialLog log(int decisions, List<Cohort> cohorts) {
    int people = cohorts.stream().mapToInt(Cohort::size).sum();
    int columns = cohorts.isEmpty() ? 0 : cohorts.get(0).features().columns();
    double[] features = new double[people * columns];
    double[] decided = new double[people];
    double[] outcomes = new double[people];
    double[] propensities = new double[people];
    int from = 0;
    for (Cohort cohort : cohorts) {
      Column given = propensities(cohort);
      Check.sameSize("features", cohort.features().columns(), "the first cohort", columns);
      System.arraycopy(
          cohort.features().toArray(), 0, features, from * columns, cohort.size() * columns);
      copy(cohort.predictions(), decided, from);
      copy(cohort.outcomes(), outcomes, from);
      copy(given, propensities, from);
      from += cohort.size();
    }
    return new TrialLog(
        decisions,
        Matrix.of(people, columns, features),
        Column.owning(decided),
        Column.owning(outcomes),
        Column.owning(propensities));
  }

  private static void copy(Column column, double[] into, int from) {
    System.arraycopy(column.toArray(), 0, into, from, column.size());
  }

  private static Column propensities(Cohort cohort) {
    return cohort
        .propensities()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "trial: round "
                        + cohort.round()
                        + " was not randomised"
                        + ", so nothing is known of other decisions. Deploy a trial first."));
  }
}
