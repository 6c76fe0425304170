package org.sibyl.behavior.strategic;

import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Quantal response between two options (McKelvey and Palfrey 1995): to move as another response
 * says, or to stay. The utility of moving is what the score falls by, less a quadratic cost, |x' -
 * x|^2 / (2 sensitivity); an individual moves with probability sigmoid(utility / temperature). Cold
 * people choose the better of the two, hot ones toss a coin.
 *
 * @param temperature above 0, in units of the score
 * @param sensitivity epsilon of the cost, above 0: moving is the cheaper the greater it is
 * @param of where an individual goes if it moves
 */
@About(
    value = "moves or stays, by a logit choice between what it gains and what it costs",
    source = "McKelvey and Palfrey 1995",
    draws = Draw.RESPONSE)
public record NoisyResponse(
    @Parameter(
            value = "noise of the choice: 0 is best response, infinity a coin",
            unit = "score",
            range = "(0, inf)")
        double temperature,
    @Parameter(
            value = "epsilon of the cost: distance squared over twice of it is paid",
            range = "(0, inf)",
            byDefault = "1")
        double sensitivity,
    @Parameter("where an individual goes if it moves") FeatureResponse of)
    implements FeatureResponse {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public NoisyResponse {
    Check.within("temperature", temperature, POSITIVE);
    Check.within("sensitivity", sensitivity, POSITIVE);
  }

  @Override
  public Mover mover(Situation situation) {
    Mover inner = of.mover(situation);
    Scores scores = new Scores(situation.parametric());
    double[] target = new double[situation.population().features().columns()];
    return (individual, x) -> {
      System.arraycopy(x, 0, target, 0, x.length);
      inner.move(individual, target);
      double utility = scores.of(x) - scores.of(target) - cost(x, target);
      double probability = LogOdds.probability(utility / temperature);
      if (Chance.CHOICE.of(individual, situation).nextDouble() < probability) {
        System.arraycopy(target, 0, x, 0, x.length);
      }
    };
  }

  private double cost(double[] from, double[] to) {
    double squares = 0;
    for (int k = 0; k < from.length; k++) {
      squares += (to[k] - from[k]) * (to[k] - from[k]);
    }
    return squares / (2 * sensitivity);
  }
}
