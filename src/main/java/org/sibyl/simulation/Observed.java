package org.sibyl.simulation;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.behavior.Response;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/** Cohorts of chosen individuals. */
final class Observed {
  private Observed() {}

  /** A cohort of so many, drawn without replacement. */
  static Cohort sample(
      int observed,
      UniformRandomProvider random,
      Deployment deployment,
      Response response,
      Outcomes outcomes) {
    int size = outcomes.labels().size();
    atMost(observed, size);
    int[] chosen = new PermutationSampler(random, size, observed).sample();
    Arrays.sort(chosen);
    return cohort(chosen, deployment, response, outcomes);
  }

  /**
   * Refuses samples larger than the population.
   *
   * @throws IllegalArgumentException when there are not so many
   */
  static void atMost(int observed, int size) {
    if (observed > size) {
      throw Check.invalid(
          "observed", Integer.toString(observed), "must not exceed the population of " + size);
    }
  }

  /** All that a cohort shows of these individuals, who are in ascending order. */
  static Cohort cohort(int[] chosen, Deployment deployment, Response response, Outcomes outcomes) {
    return new Cohort(
        deployment.round(),
        chosen,
        response.features().rows(chosen),
        pick(deployment.predictions(), chosen),
        pick(outcomes.labels(), chosen),
        deployment.propensities().map(all -> pick(all, chosen)),
        Optional.empty());
  }

  private static Column pick(Column column, int[] chosen) {
    return Column.generate(chosen.length, k -> column.get(chosen[k]));
  }
}
