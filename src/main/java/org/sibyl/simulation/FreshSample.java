package org.sibyl.simulation;

import java.util.Arrays;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.behavior.Response;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/**
 * A new sample of individuals, without replacement, in every round.
 *
 * @param observed how many
 */
@About(
    value = "a new sample of individuals, without replacement, in every round",
    draws = Draw.SURVEY)
public record FreshSample(
    @Parameter(value = "how many are observed", unit = "individuals", range = "[1, inf)")
        int observed)
    implements Survey {
  public FreshSample {
    Check.atLeast("observed", observed, 1);
  }

  @Override
  public Cohort observe(
      Deployment deployment, Response response, Outcomes outcomes, Randomness random) {
    int size = outcomes.labels().size();
    checked(size);
    int[] chosen =
        new PermutationSampler(random.at(Draw.SURVEY, deployment.round()), size, observed).sample();
    Arrays.sort(chosen);
    return Observed.cohort(chosen, deployment, response, outcomes);
  }

  @Override
  public Survey checked(int size) {
    if (observed > size) {
      throw Check.invalid(
          "observed", Integer.toString(observed), "must not exceed the population of " + size);
    }
    return this;
  }
}
