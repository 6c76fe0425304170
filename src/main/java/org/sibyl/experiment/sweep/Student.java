package org.sibyl.experiment.sweep;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Student's 95 % intervals. */
public final class Student {
  private static final double TAIL = 0.025;

  /** By degrees of freedom: there are few, and each takes an iteration. */
  private final Map<Integer, Double> quantiles = new HashMap<>();

  /** The mean of independent numbers; those that are NaN are left out. */
  public Estimate estimate(DoubleStream numbers) {
    double[] defined = numbers.filter(number -> !Double.isNaN(number)).toArray();
    int count = defined.length;
    double mean = sum(defined) / count;
    if (count < 2) {
      return new Estimate(count, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double[] squares = Arrays.stream(defined).map(x -> (x - mean) * (x - mean)).toArray();
    double deviation = StrictMath.sqrt(sum(squares) / (count - 1));
    double half = quantile(count - 1) * deviation / StrictMath.sqrt(count);
    return new Estimate(count, mean, deviation, mean - half, mean + half);
  }

  /** In order, so that the sum is the same everywhere; the one of streams is not. */
  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  /** To ten decimals: the last bits of the iteration may differ between machines. */
  private double quantile(int freedom) {
    return quantiles.computeIfAbsent(
        freedom,
        degrees ->
            StrictMath.rint(TDistribution.of(degrees).inverseSurvivalProbability(TAIL) * 1e10)
                / 1e10);
  }
}
