package org.sibyl.outcome.decision;

import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.network.ExposureMapping;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * Interference on top of a law: the log-odds of outcome 1 are those of the law plus spillover times
 * the exposure to neighbors' decisions. Probabilities stay in [0, 1] whatever the exposure. All
 * else is as of {@link Exposed}.
 *
 * @param law of who is not exposed
 * @param spillover what an exposure of 1 adds to the log-odds; finite
 * @param mapping what is felt of the neighbors' decisions
 */
@About(
    value = "a law whose log-odds are raised by what was decided about neighbors",
    source = "Aronow and Samii 2017",
    draws = Draw.NATURE)
public record ExposedLaw(
    @Parameter("probability of outcome 1, by person and decision, without exposure")
        OutcomeModel law,
    @Parameter(value = "what an exposure of 1 adds to the log-odds", range = "(-inf, inf)")
        double spillover,
    @Parameter(value = "what is felt of neighbors' decisions", byDefault = "{type: mean}")
        ExposureMapping mapping)
    implements Nature {
  public ExposedLaw {
    Check.finite("spillover", spillover);
  }

  @Override
  public Outcomes realize(Situation situation, Response response) {
    Matrix features = situation.population().features();
    double[] row = new double[features.columns()];
    Column exposure = Exposures.of(situation, response, law.decisions(), mapping);
    return DecisionFacts.drawn(
        situation,
        response,
        law.decisions(),
        (i, into) -> {
          features.copyRow(i, row);
          law.probabilities(row, into);
          for (int decision = 0; decision < into.length; decision++) {
            into[decision] =
                LogOdds.probability(LogOdds.of(into[decision]) + spillover * exposure.get(i));
          }
        });
  }
}
