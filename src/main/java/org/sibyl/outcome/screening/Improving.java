package org.sibyl.outcome.screening;

import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;

/**
 * Effort may be more than show: who lowers its score does not fail with a probability that grows
 * with how far it lowered it, min(1, effect * distance from base), and its label is then 0
 * (mechanism M6: improvement, where all else is gaming; the distinction is that of Miller, Milli,
 * Hardt 2020). Labels then respond to the rule, too. Drawn anew in each round.
 *
 * @param effect probability per unit of score, at least 0; 0 is pure gaming
 * @param of what would come of people without their effort
 */
@About(
    value = "who lowers its score does not fail with a probability that grows with the effort",
    source = "Miller, Milli, Hardt 2020, Strategic classification is causal modeling in disguise",
    draws = Draw.NATURE)
public record Improving(
    @Parameter(
            value = "probability of not failing, per unit by which the score was lowered",
            range = "[0, inf)",
            byDefault = "1")
        double effect,
    @Parameter(
            value = "what would come of people without their effort",
            byDefault = "{type: recorded-labels}")
        Nature of)
    implements Nature {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public Improving {
    Check.within("effect", effect, NOT_NEGATIVE);
  }

  @Override
  public Outcomes realize(Situation situation, Response response) {
    Outcomes before = of.realize(situation, response);
    Matrix base = situation.population().baseFeatures();
    Column labels =
        Column.generate(
            before.labels().size(),
            i -> {
              double effort = base.get(i, 0) - response.features().get(i, 0);
              return effort > 0 && uniform(i, situation) < effect * effort
                  ? 0
                  : before.labels().get(i);
            });
    return new Outcomes(labels, before.payoffs(), before.facts());
  }

  private static double uniform(int individual, Situation situation) {
    return situation.randomness().at(Draw.NATURE, situation.round(), individual).nextDouble();
  }
}
