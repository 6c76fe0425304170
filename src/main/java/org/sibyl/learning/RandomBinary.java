package org.sibyl.learning;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
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
   * The exact law of the number of ones: P(k ones) for k = 0..size. Uniform: 1 / (size + 1) each;
   * fixed: binomial; beta: beta-binomial. O(size).
   *
   * <p>Each probability but the smallest (below 1e-290) is right to about size x 1e-15 of itself,
   * whatever the shapes: the law is built from the ratios of neighboring terms, outwards from its
   * mean, as logarithms of gamma functions would cancel for large shapes.
   *
   * @param size number of individuals, at least 0
   */
  public double[] countLaw(int size) {
    Check.atLeast("size", size, 0);
    return switch (law) {
      case UNIFORM -> fromRatios(size, 0, k -> 1);
      case FIXED -> binomial(size);
      case BETA ->
          fromRatios(
              size,
              a / (a + b) * size,
              k -> (size - k) / (k + 1.0) * (a + k) / (b + (size - k - 1)));
    };
  }

  private double[] binomial(int size) {
    if (probability == 1) {
      double[] certain = new double[size + 1];
      certain[size] = 1;
      return certain;
    }
    double odds = probability / (1 - probability);
    return fromRatios(size, probability * size, k -> (size - k) / (k + 1.0) * odds);
  }

  /**
   * The law whose terms have these ratios.
   *
   * @param mean about where the law is largest, so that nothing overflows; anywhere for flat laws
   * @param ratio P(k + 1) / P(k)
   */
  private static double[] fromRatios(int size, double mean, IntToDoubleFunction ratio) {
    int start = (int) StrictMath.rint(mean);
    double[] law = new double[size + 1];
    law[start] = 1;
    for (int k = start; k < size; k++) {
      law[k + 1] = law[k] * ratio.applyAsDouble(k);
    }
    for (int k = start - 1; k >= 0; k--) {
      law[k] = law[k + 1] / ratio.applyAsDouble(k);
    }
    double sum = 0;
    for (double term : law) {
      sum += term;
    }
    for (int k = 0; k <= size; k++) {
      law[k] /= sum;
    }
    return law;
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
