package org.sibyl.population.source;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People at the beginning of an epidemic: some are infectious, some immune, all others susceptible
 * (Kermack and McKendrick 1927). Who is what is drawn, how many is not: shares of the size, rounded
 * to whole people. Five public features: the share of one's neighbors who are infectious, 0 as long
 * as nobody has been counted; whether one is infectious; whether one is immune; how vulnerable one
 * is, uniform around 1; and 1. The first three are the business of whoever carries the epidemic on.
 * Labels, who is infected anew, are 0.
 *
 * @param infectious share of the infectious, in [0, 1]
 * @param immune share of the immune among all others, in [0, 1]
 * @param spread vulnerability is uniform between 1 - spread and 1 + spread, in [0, 1]
 */
@About(
    value = "people at the beginning of an epidemic: infectious, immune or susceptible",
    source = "Kermack and McKendrick 1927",
    draws = Draw.FEATURES)
public record Outbreak(
    @Parameter(value = "share of the infectious", range = "[0, 1]") double infectious,
    @Parameter(value = "share of the immune among all others", range = "[0, 1]", byDefault = "0")
        double immune,
    @Parameter(
            value = "vulnerability is uniform, so far around 1",
            range = "[0, 1]",
            byDefault = "0")
        double spread)
    implements FeatureSource {
  /** The feature that is the share of one's neighbors who are infectious. */
  public static final int AROUND = 0;

  /** The feature that is 1 for the infectious, else 0. */
  public static final int INFECTIOUS = 1;

  /** The feature that is 1 for the immune, else 0. */
  public static final int IMMUNE = 2;

  /** The feature that multiplies every exposure. */
  public static final int VULNERABILITY = 3;

  public Outbreak {
    Check.probability("infectious", infectious);
    Check.probability("immune", immune);
    Check.probability("spread", spread);
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    int[] rank = PermutationSampler.natural(size);
    PermutationSampler.shuffle(random, rank);
    long sick = StrictMath.round(infectious * size);
    long safe = sick + StrictMath.round(immune * (size - sick));
    Column around = Column.constant(size, 0);
    Column areSick = Column.generate(size, i -> rank[i] < sick ? 1 : 0);
    Column areSafe = Column.generate(size, i -> sick <= rank[i] && rank[i] < safe ? 1 : 0);
    Column vulnerable = Column.generate(size, i -> 1 + spread * (2 * random.nextDouble() - 1));
    return Features.sample(
        List.of(around, areSick, areSafe, vulnerable), true, Column.constant(size, 0));
  }
}
