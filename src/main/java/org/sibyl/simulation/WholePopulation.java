package org.sibyl.simulation;

import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.behavior.Response;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/** Everybody is observed in every round. */
@About("everybody is observed in every round")
public record WholePopulation() implements Survey {
  @Override
  public Cohort observe(
      Deployment deployment, Response response, Outcomes outcomes, Randomness random) {
    return new Cohort(
        deployment.round(),
        IntStream.range(0, outcomes.labels().size()).toArray(),
        response.features(),
        deployment.predictions(),
        outcomes.labels(),
        deployment.propensities(),
        Optional.empty());
  }
}
