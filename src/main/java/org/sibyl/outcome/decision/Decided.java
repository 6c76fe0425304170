package org.sibyl.outcome.decision;

import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * Outcome performativity: y is 1 with a probability p*(x, y-hat) that depends on the person and on
 * what was decided about it, as taken up, and on nothing else (Kim and Perdomo 2023, section 2).
 * Features are those that the decision was based on.
 *
 * @param law p*
 */
@About(
    value = "1 with a probability that depends on the person and on what was decided about it",
    source = "Kim and Perdomo 2023, section 2",
    draws = Draw.NATURE)
public record Decided(
    @Parameter("probability of outcome 1, by person and decision") OutcomeModel law)
    implements Nature {
  @Override
  public Outcomes realize(Situation situation, Response response) {
    Matrix features = situation.population().features();
    double[] row = new double[features.columns()];
    return DecisionFacts.drawn(
        situation,
        response,
        law.decisions(),
        (i, into) -> {
          features.copyRow(i, row);
          law.probabilities(row, into);
        });
  }
}
