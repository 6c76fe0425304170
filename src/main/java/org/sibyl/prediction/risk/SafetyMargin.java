package org.sibyl.prediction.risk;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.MarginedForecast;

/**
 * Demand is met by producing a margin more than is forecast, (1 + factor * lambda) * forecast; what
 * demand exceeds that by is the loss, which has no largest value (the regression example in the
 * published code of Li et al. 2025). Forecasts, the first feature, must be at least 0.
 *
 * @param factor margin per unit of lambda, above 0
 */
@About(
    value = "production is a margin above the forecast; demand that is not met is the loss",
    source = "published code of Li et al. 2025")
public record SafetyMargin(
    @Parameter(value = "margin per unit of lambda", range = "(0, inf)", byDefault = "0.0596")
        double factor)
    implements ControlledRule {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public SafetyMargin {
    Check.within("factor", factor, POSITIVE);
  }

  @Override
  public Conservative model(double conservativeness) {
    return new MarginedForecast(conservativeness, factor);
  }

  @Override
  public double loss(double score, double label, double conservativeness) {
    return Math.max(0, label - new MarginedForecast(conservativeness, factor).production(score));
  }

  @Override
  public double greatestLoss() {
    return Double.POSITIVE_INFINITY;
  }
}
