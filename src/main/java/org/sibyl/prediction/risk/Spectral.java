package org.sibyl.prediction.risk;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A weighted mean of quantiles, with weights psi that are constant between steps (Acerbi 2002,
 * Spectral measures of risk: a coherent representation of subjective risk aversion).
 *
 * @param steps of psi, from 0 upwards; psi must integrate to 1 over [0, 1]
 */
@About(
    value = "a weighted mean of quantiles, with weights that are constant between steps",
    source = "Acerbi 2002; Li et al. 2025, section 2")
public record Spectral(
    @Parameter("steps of psi, the first from 0, as [{from: 0, height: 0.5}, ...]") List<Step> steps)
    implements RiskMeasure {
  private static final Range HEIGHTS = Range.parse("[0, inf)");
  private static final double TOLERANCE = 1e-9;

  /**
   * Psi from here to the next step, or to 1.
   *
   * @param from the quantile level where it begins, in [0, 1)
   * @param height of psi, at least 0
   */
  public record Step(
      @Parameter(value = "quantile level where it begins", range = "[0, 1)") double from,
      @Parameter(value = "height of psi", range = "[0, inf)") double height) {
    private static final Range BELOW_ONE = Range.parse("[0, 1)");

    public Step {
      Check.within("from", from, BELOW_ONE);
      Check.within("height", height, HEIGHTS);
    }
  }

  public Spectral {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.get(0).from() != 0) {
      throw Check.invalid("steps", steps.isEmpty() ? "none" : "the first", "must begin at 0");
    }
    for (int k = 1; k < steps.size(); k++) {
      if (!(steps.get(k).from() > steps.get(k - 1).from())) {
        throw Check.invalid(
            "steps[" + k + "].from", Double.toString(steps.get(k).from()), "must ascend");
      }
    }
    double integral = below(steps, 1);
    if (!(Math.abs(integral - 1) <= TOLERANCE)) {
      throw Check.invalid("steps", "integral " + integral, "must be 1");
    }
  }

  @Override
  public double weightBelow(double u) {
    return below(steps, u);
  }

  private static double below(List<Step> steps, double u) {
    double sum = 0;
    for (int k = 0; k < steps.size(); k++) {
      sum += steps.get(k).height() * Math.max(0, Math.min(u, end(steps, k)) - steps.get(k).from());
    }
    return sum;
  }

  private static double end(List<Step> steps, int k) {
    return k + 1 < steps.size() ? steps.get(k + 1).from() : 1;
  }

  @Override
  public double norm(double q) {
    Check.within("q", q, RiskMeasure.ORDERS);
    double sum = 0;
    double greatest = 0;
    for (int k = 0; k < steps.size(); k++) {
      double height = steps.get(k).height();
      sum += StrictMath.pow(height, q) * (end(steps, k) - steps.get(k).from());
      greatest = Math.max(greatest, height);
    }
    return Double.isInfinite(q) ? greatest : StrictMath.pow(sum, 1 / q);
  }
}
