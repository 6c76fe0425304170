package org.sibyl.experiment.sweep.sensitivity;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Percentile intervals by resampling units with replacement: B. Efron and R. J. Tibshirani (1993),
 * "An Introduction to the Bootstrap", section 13.3. All statistics see the same resamples.
 */
final class Bootstrap {
  static final int RESAMPLES = 1000;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /**
   * Statistics of all units, each with its interval. The interval is undefined as soon as one
   * resample leaves the statistic undefined: dropping that resample would understate the spread.
   *
   * @param units how many units there are
   * @param count how many statistics there are
   * @param statistics from the chosen units, with repetitions, to the statistics
   * @param stream chooses the units; {@code 1000 * units} draws whatever the statistics
   */
  static List<Estimate> estimates(
      int units, int count, Function<int[], double[]> statistics, UniformRandomProvider stream) {
    double[] all = statistics.apply(IntStream.range(0, units).toArray());
    double[][] resampled = new double[count][RESAMPLES];
    int[] chosen = new int[units];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      Arrays.setAll(chosen, place -> stream.nextInt(units));
      double[] values = statistics.apply(chosen);
      for (int k = 0; k < count; k++) {
        resampled[k][resample] = values[k];
      }
    }
    return IntStream.range(0, count).mapToObj(k -> estimate(all[k], resampled[k])).toList();
  }

  /** Estimates of statistics that cannot be had. */
  static List<Estimate> undefined(int count) {
    return Collections.nCopies(count, Estimate.UNDEFINED);
  }

  private static Estimate estimate(double value, double[] resampled) {
    Arrays.sort(resampled);
    // NaN sorts last.
    if (Double.isNaN(value) || Double.isNaN(resampled[RESAMPLES - 1])) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    return new Estimate(value, percentile(resampled, TAIL), percentile(resampled, 1 - TAIL));
  }

  /** Linear between order statistics: type 7 of Hyndman and Fan (1996). */
  private static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = StrictMath.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
