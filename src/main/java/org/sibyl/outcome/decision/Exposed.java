package org.sibyl.outcome.decision;

import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.network.ExposureMapping;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;

/**
 * Interference: the outcome of a person depends on what was decided about its neighbors, too. y is
 * 1 with probability base + own * decision + spillover * exposure, with decisions as taken up.
 * There is then no p*(x, y-hat) that is the same for all rules, so no model of outcomes is right
 * for all of them, and what a rule would cost cannot be told from a trial that draws for each
 * person alone.
 *
 * <p>The facts tell the probabilities under every decision about this person, those about its
 * neighbors being what they are: by them a rule is judged as if one person alone moved to it.
 *
 * @param decisions how many there are, at least 1
 * @param base of who gets decision 0 and is not exposed
 * @param own what the number of the decision about a person itself is multiplied by
 * @param spillover what the exposure is multiplied by
 * @param mapping what is felt of the neighbors' decisions
 */
@About(
    value = "1 with a probability that depends on decisions about a person and its neighbors",
    source = "Aronow and Samii 2017",
    draws = Draw.NATURE)
public record Exposed(
    @Parameter(value = "how many decisions there are", range = "[1, inf)", byDefault = "2")
        int decisions,
    @Parameter(
            value = "probability under decision 0 and without exposure",
            range = "[0, 1]",
            byDefault = "0.3")
        double base,
    @Parameter(
            value = "what one step of the own decision adds to the probability",
            range = "[-1, 1]",
            byDefault = "0.2")
        double own,
    @Parameter(
            value = "what an exposure of 1 adds to the probability",
            range = "[-1, 1]",
            byDefault = "0.3")
        double spillover,
    @Parameter(value = "what is felt of neighbors' decisions", byDefault = "{type: mean}")
        ExposureMapping mapping)
    implements Nature {
  private static final Range SIGNED = Range.parse("[-1, 1]");

  public Exposed {
    Check.atLeast("decisions", decisions, 1);
    Check.probability("base", base);
    Check.within("own", own, SIGNED);
    Check.within("spillover", spillover, SIGNED);
  }

  @Override
  public Outcomes realize(Situation situation, Response response) {
    Column exposure = Exposures.of(situation, response, decisions, mapping);
    return DecisionFacts.drawn(
        situation,
        response,
        decisions,
        (i, into) -> {
          for (int decision = 0; decision < decisions; decision++) {
            into[decision] = base + own * decision + spillover * exposure.get(i);
          }
        });
  }
}
