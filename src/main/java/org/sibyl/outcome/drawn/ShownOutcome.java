package org.sibyl.outcome.drawn;

import java.util.Optional;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Shifting;
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
 * Outcomes that follow what people do: y = intercept + weights . x' + N(0, deviation^2), x' what
 * they show after they responded. Who moves a feature moves the outcome: improvement where the
 * outcome of base features, as in {@link LinearOutcome}, makes the same move gaming. With one
 * feature of weight 1 the outcome is what people have come to, such as the share of a street's
 * parking spaces that is taken, and its memory is theirs (Ray et al. 2022).
 *
 * @param intercept the same for everyone
 * @param weights of the features shown, one for all or one each
 * @param deviation standard deviation of the noise, at least 0
 */
@About(
    value = "linear in the features that people show, with normal noise: to move is to improve",
    source = "Ray et al. 2022",
    draws = Draw.NATURE)
public record ShownOutcome(
    @Parameter(value = "what everyone begins with", byDefault = "0", range = "(-inf, inf)")
        double intercept,
    @Parameter(
            value = "of features shown, one for all or a list with one each",
            range = "(-inf, inf)",
            byDefault = "1")
        Values weights,
    @Parameter(value = "standard deviation of the noise", range = "[0, inf)", byDefault = "0")
        double deviation)
    implements Nature, Shifting {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public ShownOutcome {
    Check.finite("intercept", intercept);
    weights.within("weights", Range.FINITE);
    Check.within("deviation", deviation, NOT_NEGATIVE);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    Matrix shown = done.features();
    Column weighted = shown.times(each(shown).toArray());
    return Drawn.normal(situation, i -> intercept + weighted.get(i), i -> deviation);
  }

  private Column each(Matrix features) {
    return weights.column("weights", features.columns());
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return Optional.of(new ThroughFeatures(this));
  }

  /**
   * The derivative: none but through the features.
   *
   * @param outcome whose it is
   */
  private record ThroughFeatures(ShownOutcome outcome) implements ShiftGradient {
    @Override
    public void addShiftGradient(
        Parametric deployed,
        Cohort cohort,
        Matrix featureSlopes,
        Column outcomeSlopes,
        double[] into) {
      // a model moves these outcomes only by moving people
    }

    @Override
    public void addFeatureSlopes(
        Parametric deployed, Cohort cohort, Column outcomeSlopes, double[] into) {
      Column weights = outcome.each(cohort.features());
      for (int at = 0; at < cohort.size(); at++) {
        for (int k = 0; k < weights.size(); k++) {
          into[at * weights.size() + k] += outcomeSlopes.get(at) * weights.get(k);
        }
      }
    }
  }
}
