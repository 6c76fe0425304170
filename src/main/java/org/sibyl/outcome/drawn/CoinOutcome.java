package org.sibyl.outcome.drawn;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;

/**
 * The biased coin (Perdomo et al. 2020, section 2): y is 1 with probability 1/2 + bias x +
 * sensitivity (prediction - 1/2), and else 0, where x is the first base feature. With x = 1 or -1
 * and the prediction 1/2 + theta x it is 1/2 + (bias + sensitivity theta) x.
 *
 * @param bias mu: what a unit of the feature adds to the probability
 * @param sensitivity epsilon: what a unit of the prediction adds to the probability
 */
@About(
    value = "a coin whose bias follows the first feature and the prediction",
    source = "Perdomo et al. 2020, section 2",
    draws = Draw.NATURE)
public record CoinOutcome(
    @Parameter(
            value = "what a unit of the first feature adds to the probability",
            range = "(-inf, inf)")
        double bias,
    @Parameter(
            value = "what a unit of the prediction adds to the probability",
            range = "(-inf, inf)")
        double sensitivity)
    implements Nature {
  public CoinOutcome {
    Check.finite("bias", bias);
    Check.finite("sensitivity", sensitivity);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    UniformRandomProvider random = situation.randomness().at(Draw.NATURE, situation.round());
    return Drawn.labels(
        Column.generate(
            situation.population().size(),
            i -> random.nextDouble() < probability(i, situation) ? 1 : 0),
        Map.of());
  }

  private double probability(int individual, Situation situation) {
    double feature = situation.population().baseFeatures().get(individual, 0);
    double prediction = situation.deployment().predictions().get(individual);
    double probability = 0.5 + bias * feature + sensitivity * (prediction - 0.5);
    if (!Range.PROBABILITY.contains(probability)) {
      throw Check.invalid(
          "outcome",
          "probability " + probability + " of individual " + individual,
          "must lie in [0, 1]. Make bias or sensitivity smaller, or the domain of the task");
    }
    return probability;
  }
}
