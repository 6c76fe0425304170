package org.sibyl.population.source;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People with one feature, a score uniform on [0, 1), and a label 1 with a probability that does
 * not depend on it: a world whose risks have closed forms.
 *
 * @param positives probability of label 1, in [0, 1]
 */
@About(
    value =
        "people with a uniform score, and label 1 with a probability that does not depend on it",
    draws = Draw.FEATURES)
public record UniformScores(
    @Parameter(value = "probability of label 1", range = "[0, 1]", byDefault = "0.5")
        double positives)
    implements FeatureSource {
  public UniformScores {
    Check.probability("positives", positives);
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    double[] scores = new double[size];
    double[] labels = new double[size];
    for (int i = 0; i < size; i++) {
      scores[i] = random.nextDouble();
      labels[i] = random.nextDouble() < positives ? 1 : 0;
    }
    return new Sample(List.of("score"), Column.of(scores).asMatrix(), Column.of(labels));
  }
}
