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
 * A sample of individuals, without replacement, drawn once: the same people in every round. What is
 * learned from them in one round is then not independent of the next.
 *
 * @param observed how many
 */
@About(value = "the same sample of individuals in every round", draws = Draw.SURVEY)
public record FixedSample(
    @Parameter(value = "how many are observed", unit = "individuals", range = "[1, inf)")
        int observed)
    implements Survey {
  private static final int BEFORE_ALL = 0; // rounds count from 1

  public FixedSample {
    Check.atLeast("observed", observed, 1);
  }

  @Override
  public Cohort observe(
      Deployment deployment, Response response, Outcomes outcomes, Randomness random) {
    return Observed.sample(
        observed, random.at(Draw.SURVEY, BEFORE_ALL), deployment, response, outcomes);
  }

  @Override
  public void check(int size) {
    Observed.atMost(observed, size);
  }
}
