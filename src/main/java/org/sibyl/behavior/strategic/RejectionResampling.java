package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Resample if rejected: an individual is rejected with probability f + shift, and then shows the
 * features of another one, drawn from the base population (Mofakhami, Mitliagkas, Gidel 2023,
 * section 5). f is a sigmoid of the score that is scaled to stay below 1 - shift: 1 / (exp(-slope
 * score) + 1 / (1 - shift)). The law moves smoothly with the predictions but, where people are far
 * apart, not with small sensitivity in the sense of Wasserstein.
 *
 * @param shift delta: probability of being rejected at the lowest score, in [0, 1)
 * @param slope of the sigmoid in the score; negative where a high score is wanted
 * @param features the features that are shown of another, from 0; left out, all but a last one that
 *     is 1 for everyone
 */
@About(
    value = "who is rejected shows the features of another individual, drawn at random",
    source = "Mofakhami et al. 2023, section 5",
    draws = Draw.RESPONSE)
public record RejectionResampling(
    @Parameter(value = "probability of being rejected at the lowest score", range = "[0, 1)")
        double shift,
    @Parameter(
            value = "slope of the sigmoid; negative where a high score is wanted",
            byDefault = "1",
            range = "(-inf, inf)")
        double slope,
    @Parameter(
            "the features that are shown of another, from 0; left out, all but a last one that is 1"
                + " for everyone")
        Optional<List<Integer>> features)
    implements FeatureResponse {
  private static final Range BELOW_ONE = Range.parse("[0, 1)");

  public RejectionResampling {
    Check.within("shift", shift, BELOW_ONE);
    Check.finite("slope", slope);
    features = Movable.checked(features);
  }

  @Override
  public Mover mover(Situation situation) {
    Scores scores = new Scores(situation.parametric());
    Matrix base = situation.population().baseFeatures();
    int[] movable = Movable.of(features, base);
    return (individual, x) -> {
      UniformRandomProvider random = Chance.RESAMPLING.of(individual, situation);
      if (random.nextDouble() < rejection(scores.of(x)) && base.rows() > 1) {
        int drawn = random.nextInt(base.rows() - 1);
        int other = drawn < individual ? drawn : drawn + 1;
        for (int k : movable) {
          x[k] = base.get(other, k);
        }
      }
    };
  }

  /** The probability of being rejected with this score, from {@code shift} to 1. */
  double rejection(double score) {
    return shift + 1 / (StrictMath.exp(-slope * score) + 1 / (1 - shift));
  }
}
