package org.sibyl.simulation;

import java.util.Optional;
import org.sibyl.behavior.Response;
import org.sibyl.numeric.Column;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/** Cohorts of chosen individuals. */
final class Observed {
  private Observed() {}

  /** All that a cohort shows of these individuals, who are in ascending order. */
  static Cohort cohort(int[] chosen, Deployment deployment, Response response, Outcomes outcomes) {
    return new Cohort(
        deployment.round(),
        chosen,
        response.features().rows(chosen),
        pick(deployment.predictions(), chosen),
        pick(outcomes.labels(), chosen),
        Optional.empty(),
        Optional.empty());
  }

  private static Column pick(Column column, int[] chosen) {
    return Column.generate(chosen.length, k -> column.get(chosen[k]));
  }
}
