package org.sibyl.population.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People with independent normal features x1, x2, ...; everyone's label is 1.
 *
 * <p>With exact moments every feature is shifted and scaled after it was drawn, so that the mean
 * and the population standard deviation of the people themselves are those asked for, up to
 * rounding. A finite population then has the closed forms of the theory. Correlations between
 * features are left as they were drawn.
 *
 * @param dimension number of features, the bias not counted
 * @param mean of all features, or a list with one for each
 * @param deviation standard deviation of every feature
 * @param bias whether a feature that is always 1 is appended
 * @param exactMoments whether mean and deviation hold for the people and not only for the law
 */
@About(value = "people with independent normal features", draws = Draw.FEATURES)
public record NormalSource(
    @Parameter(value = "number of features, the bias not counted", range = "[1, inf)")
        int dimension,
    @Parameter(
            value = "mean of all features, or a list with one for each",
            range = "(-inf, inf)",
            byDefault = "0")
        Values mean,
    @Parameter(value = "standard deviation of every feature", range = "[0, inf)", byDefault = "1")
        double deviation,
    @Parameter(value = "append a last feature that is always 1", byDefault = "false") boolean bias,
    @Parameter(value = "mean and deviation hold exactly for the people drawn", byDefault = "false")
        boolean exactMoments)
    implements FeatureSource {
  private static final Range DEVIATIONS = Range.parse("[0, inf)");

  public NormalSource {
    Check.atLeast("dimension", dimension, 1);
    mean.within("mean", Range.FINITE);
    if (!mean.isOne()) {
      Check.sameSize("mean", mean.given().length, "dimension", dimension);
    }
    Check.within("deviation", deviation, DEVIATIONS);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when one person alone is to have a deviation exactly
   */
  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    if (exactMoments && deviation > 0) {
      checkSpread(size);
    }
    Column means = mean.column("mean", dimension);
    List<Column> features = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      features.add(feature(means.get(k), size, random));
    }
    return Features.sample(features, bias, Features.ones(size));
  }

  private static void checkSpread(int size) {
    if (size < 2) {
      throw Check.invalid(
          "size", Integer.toString(size), "must be at least 2 for a deviation to be exact");
    }
  }

  private Column feature(double center, int size, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    Column drawn = Column.generate(size, i -> normal.sample());
    Column scores = exactMoments && deviation > 0 ? standardised(drawn) : drawn;
    return Column.generate(size, i -> center + deviation * scores.get(i));
  }

  private static Column standardised(Column drawn) {
    double mean = drawn.mean();
    Column centered = Column.generate(drawn.size(), i -> drawn.get(i) - mean);
    double root =
        StrictMath.sqrt(
            Column.generate(drawn.size(), i -> centered.get(i) * centered.get(i)).mean());
    return Column.generate(drawn.size(), i -> centered.get(i) / root);
  }
}
