package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sibyl.network.Network;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;

/** The sweep against brute force, in small games of all kinds. */
class PivotalGradientPropertiesTest {
  private static final double[] EXTREMES = {Double.NaN, 1e-7, 1 - 1e-7, 0.03, 0.97, 0.5};

  @Property(seed = "20260902", tries = 400)
  void isTheDerivativeOfTheGameAsDefined(
      @ForAll @IntRange(min = 1, max = 6) int size,
      @ForAll @IntRange(min = 1, max = 4) int rounds,
      @ForAll SteeringLoss.Aim aim,
      @ForAll TrustFlow flow,
      @ForAll boolean principled,
      @ForAll long seed) {
    Random random = new Random(seed);
    double temperature = random.nextBoolean() ? 1 : 0.05 + random.nextDouble();
    SteeringLoss loss = new SteeringLoss(aim, temperature, principled);
    NaiveGame naive = game(size, rounds, random);
    PerformativeGradient.Slopes slopes = Games.slopes(naive, loss, flow);
    assertClose(slopes.loss(), naive.loss(loss));
    for (int s = 0; s < rounds; s++) {
      for (int j = 0; j < size; j++) {
        assertClose(slopes.byForecast()[s][j], naive.slope(loss, flow, s, j));
      }
    }
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-11 * (1 + Math.abs(expected))));
  }

  private static NaiveGame game(int size, int rounds, Random random) {
    Network network = Games.network(size, random.nextDouble(), random);
    return new NaiveGame(
        new CollectiveRisk(
            0.2 + 3 * random.nextDouble(),
            random.nextDouble(),
            random.nextDouble(),
            Share.of(random.nextInt(7), 6),
            Disaster.EXPECTED),
        rule(random),
        Games.people(
            random.doubles(size).map(x -> x < 0.1 ? 0 : x > 0.9 ? 1 : x).toArray(),
            random.doubles(size).map(x -> x < 0.1 ? 0 : x > 0.9 ? 1 : x).toArray()),
        network,
        said(size, rounds, random),
        Games.actions(rounds, size, random));
  }

  private static TrustRule rule(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new FixedTrust();
      case 1 -> new BayesianTrust(ZeroPolicy.HARD, 1e-9, 1e-12);
      case 2 -> new BayesianTrust(ZeroPolicy.FLOOR, 0.1, 1e-12);
      default -> BayesianTrust.withFloor();
    };
  }

  private static double[][] said(int size, int rounds, Random random) {
    double[][] said = Games.numbers(rounds, size, 0.01, 0.99, random);
    for (double[] round : said) {
      for (int j = 0; j < size; j++) {
        if (random.nextInt(4) == 0) {
          round[j] = EXTREMES[random.nextInt(EXTREMES.length)];
        }
      }
    }
    return said;
  }
}
