package org.sibyl.population.source;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * Demand over days: individuals are moments, one after the other from midnight on. The one feature
 * is the forecast, mean + swing sin(2 pi (share of the day - 1/2)), and the label the demand, the
 * forecast plus N(0, deviation^2). So the forecast is the best there is (the regression example in
 * the published code of Li et al. 2025 learns one).
 *
 * @param mean of demand, above 0
 * @param swing of demand over a day, at least 0
 * @param deviation standard deviation of the noise, at least 0
 * @param moments of a day, at least 1
 */
@About(
    value = "demand that follows the time of day; the feature is its forecast",
    source = "published code of Li et al. 2025",
    draws = Draw.FEATURES)
public record DailyDemand(
    @Parameter(value = "mean of demand", range = "(0, inf)", byDefault = "30000") double mean,
    @Parameter(
            value = "by how much demand rises and falls over a day",
            range = "[0, inf)",
            byDefault = "15000")
        double swing,
    @Parameter(value = "standard deviation of the noise", range = "[0, inf)", byDefault = "1000")
        double deviation,
    @Parameter(
            value = "moments of a day; 144 is every ten minutes",
            range = "[1, inf)",
            byDefault = "144")
        int moments)
    implements FeatureSource {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public DailyDemand {
    Check.within("mean", mean, POSITIVE);
    Check.within("swing", swing, NOT_NEGATIVE);
    Check.within("deviation", deviation, NOT_NEGATIVE);
    Check.atLeast("moments", moments, 1);
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    Column forecast = Column.generate(size, this::forecast);
    Column demand = Column.generate(size, t -> forecast.get(t) + deviation * normal.sample());
    return Features.sample(List.of(forecast), false, demand);
  }

  private double forecast(int moment) {
    double phase = (double) (moment % moments) / moments - 0.5;
    return mean + swing * StrictMath.sin(2 * StrictMath.PI * phase);
  }
}
