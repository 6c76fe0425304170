package org.sibyl.simulation.screening;

import org.sibyl.behavior.Response;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.simulation.Survey;

/**
 * Whether somebody repays is seen of those only who were given a loan: labels of people whom the
 * rule in force did not accept are missing. What a less conservative rule would cost is then not
 * known (selective labels; Lakkaraju et al. 2017).
 *
 * @param of who is observed
 */
@About(
    value = "labels are seen of those only whom the rule in force accepts",
    source = "Lakkaraju et al. 2017, The selective labels problem")
public record AcceptedOnly(
    @Parameter(value = "who is observed", byDefault = "{type: whole}") Survey of)
    implements Survey {
  @Override
  public Cohort observe(
      Deployment deployment, Response response, Outcomes outcomes, Randomness random) {
    Cohort cohort = of.observe(deployment, response, outcomes, random);
    return SeenLabels.only(cohort, k -> SeenLabels.isAccepted(cohort, k));
  }

  @Override
  public void check(int size) {
    of.check(size);
  }
}
