package org.sibyl.simulation.screening;

import org.sibyl.behavior.Response;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.simulation.Survey;

/**
 * People whom the rule in force did not accept are reviewed with a probability, and their label is
 * then seen, as are those of all who were accepted. So that each is known to count for 1 /
 * probability, a learner must be told the probability.
 *
 * @param of who is observed
 * @param probability of being reviewed, in (0, 1]; drawn anew in each round
 */
@About(
    value = "labels are seen of who is accepted, and of others with a probability",
    draws = Draw.SURVEY)
public record Review(
    @Parameter(value = "who is observed", byDefault = "{type: whole}") Survey of,
    @Parameter(
            value = "probability that somebody who was not accepted is reviewed",
            range = "(0, 1]")
        double probability)
    implements Survey {
  private static final Range POSITIVE = Range.parse("(0, 1]");

  public Review {
    Check.within("probability", probability, POSITIVE);
  }

  @Override
  public Cohort observe(
      Deployment deployment, Response response, Outcomes outcomes, Randomness random) {
    Cohort cohort = of.observe(deployment, response, outcomes, random);
    return SeenLabels.only(
        cohort,
        k ->
            SeenLabels.isAccepted(cohort, k)
                || isReviewed(deployment.round(), cohort.individuals()[k], random));
  }

  private boolean isReviewed(int round, int individual, Randomness random) {
    return random.at(Draw.SURVEY, round, individual).nextDouble() < probability;
  }

  @Override
  public void check(int size) {
    of.check(size);
  }
}
