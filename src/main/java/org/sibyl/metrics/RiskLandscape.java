package org.sibyl.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * The decoupled performative risk of models of one parameter on a grid: row by deployed, column by
 * evaluated model. What it says of stable and optimal points holds to half a step of the grid.
 *
 * @param axis values of the parameter in equal steps, ascending, at least 2
 * @param risk one row for each deployed value
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read as a whole
public record RiskLandscape(double[] axis, double[][] risk) {
  public RiskLandscape {
    Check.atLeast("axis", axis.length, 2);
    Check.sameSize("risk", risk.length, "axis", axis.length);
  }

  /**
   * The landscape over the whole range of the parameter.
   *
   * @param points of the grid, at least 2
   * @throws IllegalArgumentException when models have more than one parameter, or it has no bounds
   */
  public static RiskLandscape of(DecoupledPerformativeRisk risk, int points) {
    Check.sameSize("theta", risk.hypotheses().dimension(), "the axis", 1);
    double[] axis = axis(risk.hypotheses().range(0), points);
    double[][] evaluated =
        Arrays.stream(axis).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    double[][] rows =
        Arrays.stream(evaluated)
            .map(deployed -> risk.of(deployed, evaluated))
            .toArray(double[][]::new);
    return new RiskLandscape(axis, rows);
  }

  /** So many values in equal steps over a whole range. */
  static double[] axis(Range range, int points) {
    Check.atLeast("points", points, 2);
    if (Double.isInfinite(range.high() - range.low())) {
      throw Check.invalid("range", range.toString(), "must have two finite bounds");
    }
    double[] axis = new double[points];
    Arrays.setAll(axis, k -> range.low() + (range.high() - range.low()) * k / (points - 1));
    return axis;
  }

  /**
   * The model that is best on the data that a deployed one induces: what repeated risk minimization
   * deploys next. Between grid points by the parabola through the lowest three.
   *
   * @param row of the deployed value
   * @return NaN where no risk is defined
   */
  public double best(int row) {
    double[] risks = risk[row];
    int lowest = -1;
    for (int k = 0; k < risks.length; k++) {
      if (!Double.isNaN(risks[k]) && (lowest < 0 || risks[k] < risks[lowest])) {
        lowest = k;
      }
    }
    if (lowest <= 0 || lowest == risks.length - 1) {
      return lowest < 0 ? Double.NaN : axis[lowest];
    }
    double left = risks[lowest - 1] - risks[lowest];
    double right = risks[lowest + 1] - risks[lowest];
    double step = axis[1] - axis[0];
    return left + right > 0
        ? axis[lowest] + step / 2 * (left - right) / (left + right)
        : axis[lowest];
  }

  /** The performatively stable values: each is best where it is itself deployed. */
  public List<Double> stable() {
    double half = (axis[1] - axis[0]) / 2;
    double[] gaps = new double[axis.length];
    Arrays.setAll(gaps, k -> StrictMath.abs(best(k) - axis[k]));
    List<Double> stable = new ArrayList<>();
    for (int k = 0; k < axis.length; k++) {
      boolean nearest =
          (k == 0 || gaps[k] <= gaps[k - 1]) && (k == axis.length - 1 || gaps[k] <= gaps[k + 1]);
      if (gaps[k] <= half && nearest) {
        stable.add(axis[k]);
      }
    }
    return stable;
  }

  /** The performatively optimal value: of least risk where it is itself deployed. */
  public double optimal() {
    int lowest = 0;
    for (int k = 1; k < axis.length; k++) {
      if (Double.isNaN(risk[lowest][lowest]) || risk[k][k] < risk[lowest][lowest]) {
        lowest = k;
      }
    }
    return axis[lowest];
  }
}
