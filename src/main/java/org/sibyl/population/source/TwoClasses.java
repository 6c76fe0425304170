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
 * People of two classes, labels 0 and 1, whose one feature is normal within each class; a bias is
 * appended (the base distribution of the logistic example in Izzo, Ying and Zou, How to learn when
 * data reacts to your model, 2021). Label and score of a person are drawn in turn, whatever the
 * parameters, so that changing a mean moves people but does not draw others.
 *
 * @param share probability of label 1
 * @param mean0 mean of the feature for label 0
 * @param deviation0 standard deviation of the feature for label 0
 * @param mean1 mean of the feature for label 1
 * @param deviation1 standard deviation of the feature for label 1
 */
@About(
    value = "people of two classes whose one feature is normal within each, and a bias",
    source = "Izzo, Ying and Zou 2021",
    draws = Draw.FEATURES)
public record TwoClasses(
    @Parameter(value = "probability of label 1", range = "[0, 1]", byDefault = "0.5") double share,
    @Parameter(value = "mean of the feature, label 0", range = "(-inf, inf)", byDefault = "-1")
        double mean0,
    @Parameter(
            value = "standard deviation of the feature, label 0",
            range = "[0, inf)",
            byDefault = "1")
        double deviation0,
    @Parameter(value = "mean of the feature, label 1", range = "(-inf, inf)", byDefault = "1")
        double mean1,
    @Parameter(
            value = "standard deviation of the feature, label 1",
            range = "[0, inf)",
            byDefault = "1")
        double deviation1)
    implements FeatureSource {
  private static final Range DEVIATIONS = Range.parse("[0, inf)");

  public TwoClasses {
    Check.probability("share", share);
    Check.finite("mean0", mean0);
    Check.within("deviation0", deviation0, DEVIATIONS);
    Check.finite("mean1", mean1);
    Check.within("deviation1", deviation1, DEVIATIONS);
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] labels = new double[size];
    double[] feature = new double[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextDouble() < share ? 1 : 0;
      double score = normal.sample();
      feature[i] = labels[i] == 1 ? mean1 + deviation1 * score : mean0 + deviation0 * score;
    }
    return Features.sample(List.of(Column.owning(feature)), true, Column.owning(labels));
  }
}
