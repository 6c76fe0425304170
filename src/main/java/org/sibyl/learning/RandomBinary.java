package org.sibyl.learning;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A random forecast of zeros and ones: a probability p is drawn from a law, then every individual
 * is forecast to cooperate with probability p, independently. With p uniform the number of ones is
 * uniform on 0..size (the published experiments).
 *
 * @param law the law of p
 * @param probability p itself, for {@link Law#FIXED}
 * @param a first shape of the beta law
 * @param b second shape of the beta law
 */
@About(
    value = "zeros and ones, each one with a probability that is itself drawn from a law",
    source = "Góis et al. 2025, section 3",
    draws = Draw.LEARNER)
public record RandomBinary(
    @Parameter(value = "law of the probability of a one", byDefault = "uniform") Law law,
    @Parameter(value = "the probability (law: fixed)", range = "[0, 1]", byDefault = "0.5")
        double probability,
    @Parameter(value = "first shape (law: beta)", range = "[1e-9, 1e9]", byDefault = "1") double a,
    @Parameter(value = "second shape (law: beta)", range = "[1e-9, 1e9]", byDefault = "1") double b)
    implements InitialForecast {

  /** Laws of the probability of a one. */
  public enum Law {
    /** Uniform on [0, 1]. */
    UNIFORM,
    /** Always the same. */
    FIXED,
    /** Beta with shapes a and b. */
    BETA
  }

  private static final Range SHAPES = Range.parse("[1e-9, 1e9]");

  public RandomBinary {
    Check.probability("probability", probability);
    Check.within("a", a, SHAPES);
    Check.within("b", b, SHAPES);
  }

  /** With a uniform law. */
  public static RandomBinary uniform() {
    return new RandomBinary(Law.UNIFORM, 0.5, 1, 1);
  }

  @Override
  public Column draw(int size, UniformRandomProvider random) {
    double p =
        switch (law) {
          case UNIFORM -> random.nextDouble();
          case FIXED -> probability;
          case BETA -> beta(random);
        };
    return Column.generate(size, i -> random.nextDouble() < p ? 1 : 0);
  }

  /**
   * The exact law of the number of ones: uniform on 0..size, binomial, or beta-binomial.
   *
   * @param size how many individuals, at least 1
   * @return the probability of each number 0..size
   */
  public double[] countLaw(int size) {
    Check.atLeast("size", size, 1);
    double[] law = new double[size + 1];
    for (int count = 0; count <= size; count++) {
      law[count] =
          switch (law()) {
            case UNIFORM -> 1.0 / (size + 1);
            case FIXED -> BinomialDistribution.of(size, probability).probability(count);
            case BETA -> betaBinomial(count, size);
          };
    }
    return law;
  }

  private double betaBinomial(int count, int size) {
    return StrictMath.exp(
        LogBeta.value(a + count, b + size - count)
            - LogBeta.value(a, b)
            - StrictMath.log(size + 1.0)
            - LogBeta.value(count + 1.0, size - count + 1.0));
  }

  /** X / (X + Y) for gamma numbers X, Y: by logarithms, as small shapes make both underflow. */
  private double beta(UniformRandomProvider random) {
    double logX = logGamma(random, a);
    double logY = logGamma(random, b);
    return 1 / (1 + StrictMath.exp(logY - logX));
  }

  /** The logarithm of a gamma number: one of shape + 1 times U^(1 / shape) has the law of shape. */
  private static double logGamma(UniformRandomProvider random, double shape) {
    if (shape >= 1) {
      return StrictMath.log(gamma(random, shape));
    }
    double larger = StrictMath.log(gamma(random, shape + 1));
    return larger + StrictMath.log1p(-random.nextDouble()) / shape;
  }

  private static double gamma(UniformRandomProvider random, double shape) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
  }
}
