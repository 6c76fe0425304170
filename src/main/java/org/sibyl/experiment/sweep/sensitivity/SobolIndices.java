package org.sibyl.experiment.sweep.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;

/**
 * First-order and total Sobol indices of a Saltelli design.
 *
 * <p>With A, B and AB_i the outputs in a row, V their variance over all of A and B:
 *
 * <ul>
 *   <li>first order, S_i = mean of B (AB_i - A) / V: A. Saltelli, P. Annoni, I. Azzini, F.
 *       Campolongo, M. Ratto, S. Tarantola (2010), "Variance based sensitivity analysis of model
 *       output", Computer Physics Communications 181, table 2 (b);
 *   <li>total, T_i = mean of (A - AB_i)^2 / 2V: M. J. W. Jansen (1999), "Analysis of variance
 *       designs for model output", Computer Physics Communications 117; table 2 (f) there.
 * </ul>
 *
 * <p>Outputs are centred by the mean of A and B first: it leaves the expectations alone but spares
 * S_i the noise of a large mean. Estimates may lie somewhat outside [0, 1] and are not cut off.
 *
 * @param factors the indices of every factor, in the design's order
 * @param rows rows of the design that were used
 * @param leftOut rows left out since one of their trials failed
 * @param standing why the indices are undefined, if they are
 */
public record SobolIndices(List<Factor> factors, int rows, int leftOut, Standing standing) {

  /** Below this share of the largest output, differences are taken for rounding. */
  private static final double ROUNDING = 1e-12;

  public SobolIndices {
    factors = List.copyOf(factors);
  }

  /**
   * A factor's indices.
   *
   * @param name the factor
   * @param first the share of the variance that the factor explains alone, S_i
   * @param total that share with all its interactions, T_i
   */
  public record Factor(String name, Estimate first, Estimate total) {}

  /**
   * The indices with intervals by a bootstrap over rows.
   *
   * @param names the k factors
   * @param outputs row after row, and in a row A, B, AB_1 .. AB_k, where AB_i is A with factor i
   *     taken from B: output {@code j * (k + 2) + m}; not finite where the trial failed
   * @param stream chooses the resamples
   * @throws IllegalArgumentException when there are no factors or the last row is not whole
   */
  public static SobolIndices of(
      List<String> names, double[] outputs, UniformRandomProvider stream) {
    int width = Check.atLeast("factors", names.size(), 1) + 2;
    if (outputs.length % width != 0) {
      throw Check.invalid(
          "outputs", outputs.length + " values", "must be whole rows of " + width + " values");
    }
    double[][] rows = completeRows(outputs, width);
    Standing standing = standing(rows);
    int count = 2 * names.size();
    List<Estimate> estimates =
        standing == Standing.DEFINED
            ? Bootstrap.estimates(rows.length, count, chosen -> indices(rows, chosen), stream)
            : Bootstrap.undefined(count);
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      factors.add(new Factor(names.get(i), estimates.get(2 * i), estimates.get(2 * i + 1)));
    }
    return new SobolIndices(factors, rows.length, outputs.length / width - rows.length, standing);
  }

  /** The indices as a table for a report. */
  public SensitivityTable table() {
    return new SensitivityTable(
        List.of("first", "total"),
        factors.stream()
            .map(each -> new SensitivityTable.Row(each.name, List.of(each.first, each.total)))
            .toList(),
        SensitivityTable.note("rows", rows, leftOut, standing));
  }

  /** Rows without failed trials, scaled by a power of two so that squares cannot overflow. */
  private static double[][] completeRows(double[] outputs, int width) {
    double[][] rows =
        IntStream.range(0, outputs.length / width)
            .mapToObj(j -> Arrays.copyOfRange(outputs, j * width, (j + 1) * width))
            .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    double largest =
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(StrictMath::abs).max().orElse(0);
    int exponent = StrictMath.getExponent(largest);
    for (double[] row : rows) {
      Arrays.setAll(row, m -> StrictMath.scalb(row[m], -exponent));
    }
    return rows;
  }

  private static Standing standing(double[][] rows) {
    if (rows.length < 2) {
      return Standing.TOO_FEW;
    }
    int[] all = IntStream.range(0, rows.length).toArray();
    return Double.isNaN(variance(rows, all, mean(rows, all)))
        ? Standing.NO_VARIANCE
        : Standing.DEFINED;
  }

  /** S_1, T_1, S_2, T_2 .. of the chosen rows. */
  private static double[] indices(double[][] rows, int[] chosen) {
    double mean = mean(rows, chosen);
    double[] sums = new double[2 * (rows[0].length - 2)];
    for (int j : chosen) {
      double[] row = rows[j];
      for (int i = 0; i < sums.length / 2; i++) {
        double change = row[i + 2] - row[0];
        sums[2 * i] += (row[1] - mean) * change;
        sums[2 * i + 1] += change * change / 2;
      }
    }
    double whole = chosen.length * variance(rows, chosen, mean);
    return Arrays.stream(sums).map(sum -> sum / whole).toArray();
  }

  private static double mean(double[][] rows, int[] chosen) {
    double sum = 0;
    for (int j : chosen) {
      sum += rows[j][0] + rows[j][1];
    }
    return sum / (2 * chosen.length);
  }

  /** The variance of A and B together; NaN when they do not vary. */
  private static double variance(double[][] rows, int[] chosen, double mean) {
    double squares = 0;
    double farthest = 0;
    double largest = 0;
    for (int j : chosen) {
      for (int m = 0; m < 2; m++) {
        double distance = StrictMath.abs(rows[j][m] - mean);
        squares += distance * distance;
        farthest = StrictMath.max(farthest, distance);
        largest = StrictMath.max(largest, StrictMath.abs(rows[j][m]));
      }
    }
    return squares > 0 && farthest > ROUNDING * largest
        ? squares / (2 * chosen.length)
        : Double.NaN;
  }
}
