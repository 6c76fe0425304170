package org.sibyl.outcome.drawn;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.ShiftGradient;

/**
 * Label 1 with a probability that goes up and down in steps with a feature, and else 0: the table
 * of who repays with which credit score (D'Amour et al. 2020). The feature is the one that people
 * have now, as earlier rounds left it, not the one that they only show: what comes of a loan cannot
 * be gamed. Nobody's label depends on what is predicted in the same round.
 *
 * @param feature the feature that decides, from 0
 * @param levels where the steps begin, ascending; below the first, its probability holds too
 * @param probabilities of label 1, one for all levels or one each
 */
@About(
    value = "label 1 with a probability from a table of a feature, as earlier rounds left it",
    source = "D'Amour et al. 2020",
    draws = Draw.NATURE)
public record StepOutcome(
    @Parameter(value = "the feature that decides, from 0", range = "[0, inf)", byDefault = "0")
        int feature,
    @Parameter(value = "where the steps begin, ascending", range = "(-inf, inf)") Values levels,
    @Parameter(
            value = "probability of label 1 on each step, one for all or a list",
            range = "[0, 1]")
        Values probabilities)
    implements Nature, ShiftGradient {
  public StepOutcome {
    Check.atLeast("feature", feature, 0);
    levels.within("levels", Range.FINITE);
    double[] from = levels.given();
    for (int k = 1; k < from.length; k++) {
      if (from[k] <= from[k - 1]) {
        throw Check.invalid("levels", levels.toString(), "must be ascending");
      }
    }
    probabilities.within("probabilities", Range.PROBABILITY);
    if (!probabilities.isOne()) {
      Check.sameSize("probabilities", probabilities.given().length, "levels", from.length);
    }
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    Matrix features = situation.population().features();
    if (feature >= features.columns()) {
      throw Check.invalid(
          "feature",
          Integer.toString(feature),
          "is not one of the " + features.columns() + " features, which count from 0");
    }
    UniformRandomProvider random = situation.randomness().at(Draw.NATURE, situation.round());
    double[] from = levels.given();
    Column chances = probabilities.column("probabilities", from.length);
    return Drawn.labels(
        Column.generate(
            features.rows(),
            i -> random.nextDouble() < chances.get(step(features.get(i, feature), from)) ? 1 : 0),
        Map.of());
  }

  private static int step(double value, double... from) {
    int step = 0;
    while (step + 1 < from.length && value >= from[step + 1]) {
      step++;
    }
    return step;
  }

  @Override
  public void addShiftGradient(
      Parametric deployed,
      Cohort cohort,
      Matrix featureSlopes,
      Column outcomeSlopes,
      double[] into) {
    // within a round labels follow what earlier rounds left, whatever is deployed now
  }
}
