package org.sibyl.simulation;

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
    return Observed.sample(
        observed, random.at(Draw.SURVEY, deployment.round()), deployment, response, outcomes);
  }

  @Override
  public void check(int size) {
    Observed.atMost(observed, size);
  }
}
