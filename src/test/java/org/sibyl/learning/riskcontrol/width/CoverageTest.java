package org.sibyl.learning.riskcontrol.width;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.riskcontrol.width.HoeffdingBentkus.Form;
import org.sibyl.prediction.risk.MeanRisk;

/**
 * P6: how often widths fail for losses of 0 and 1, counted with the exact probabilities of all
 * samples. Nothing is simulated.
 */
class CoverageTest {
  private static final double[] RISKS = {0.01, 0.05, 0.1, 0.3, 0.5};
  private static final int[] SIZES = {50, 200, 2000};
  private static final double[] FAILURES = {0.1, 0.01};
  private static final double ROUNDING = 1e-9;

  private static Map<String, DoubleUnaryOperator> pointwise(int n, double failure) {
    Map<String, DoubleUnaryOperator> widths = new LinkedHashMap<>();
    widths.put("hoeffding", mean -> Hoeffding.at(n, failure));
    widths.put("bentkus", new MeanLimits(n, failure, Form.HALF)::at);
    widths.put("bernstein", EmpiricalBernstein.omega(n, failure)::at);
    return widths;
  }

  /** The probabilities that R is above and below what a sample's risk and width say. */
  private static double[] failing(int n, double risk, double[] widths) {
    BinomialDistribution law = BinomialDistribution.of(n, risk);
    double above = 0;
    double below = 0;
    for (int k = 0; k <= n; k++) {
      double mean = (double) k / n;
      above += mean + widths[k] < risk - ROUNDING ? law.probability(k) : 0;
      below += mean - widths[k] > risk + ROUNDING ? law.probability(k) : 0;
    }
    return new double[] {above, below};
  }

  private static double[] widths(int n, DoubleUnaryOperator omega) {
    double[] widths = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      widths[k] = omega.applyAsDouble((double) k / n);
    }
    return widths;
  }

  @Test
  void pointwiseWidthsFailOnEachSideWithAtMostHalfTheProbability() {
    for (int n : SIZES) {
      for (double failure : FAILURES) {
        pointwise(n, failure)
            .forEach(
                (name, omega) -> {
                  double[] widths = widths(n, omega);
                  for (double risk : RISKS) {
                    double[] sides = failing(n, risk, widths);
                    assertThat(Math.max(sides[0], sides[1]))
                        .as(name + " " + n + " " + failure + " " + risk)
                        .isLessThanOrEqualTo(failure / 2);
                  }
                });
      }
    }
  }

  /**
   * Not vacuous: Hoeffding-Bentkus loses a factor of about e by Bentkus's bound, no more. The
   * normal approximation does fail, by a factor of 12 for rare losses and few people.
   */
  @Test
  void theNormalApproximationFailsWhereLossesAreRare() {
    double[] normal = widths(50, CentralLimit.omega(50, 0.1)::at);
    assertThat(failing(50, 0.01, normal)[0]).isGreaterThan(0.6);
    double[] many = widths(2000, CentralLimit.omega(2000, 0.1)::at);
    assertThat(failing(2000, 0.5, many)[0]).isBetween(0.04, 0.06);
    double[] bentkus = widths(2000, new MeanLimits(2000, 0.1, Form.HALF)::at);
    assertThat(failing(2000, 0.3, bentkus)[0]).isBetween(0.05 / 5, 0.05 / Math.E);
  }

  /**
   * The smallest risk that is not controlled is just above the level. It passes where the sample's
   * risk with the width is within the level: with at most half the failure probability.
   */
  @Test
  void theLevelsWidthLetsTooLargeARiskPassWithAtMostHalfTheProbability() {
    List<Width> widths =
        List.of(
            new Hoeffding(),
            new HoeffdingBentkus(Form.HALF),
            new EmpiricalBernstein(),
            new DkwBand(),
            new BerkJones());
    int compared = 0;
    for (int n : SIZES) {
      for (double failure : FAILURES) {
        for (double level : RISKS) {
          for (Width width : widths) {
            OptionalDouble given = width.of(n, failure, new MeanRisk(), level);
            if (given.isPresent()) {
              compared++;
              assertThat(passing(n, level, given.getAsDouble()))
                  .as(width + " " + n + " " + failure + " " + level)
                  .isLessThanOrEqualTo(failure / 2);
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(90);
  }

  private static double passing(int n, double level, double width) {
    int most = (int) Math.floor(n * (level - width) + ROUNDING);
    return most < 0 ? 0 : BinomialDistribution.of(n, level).cumulativeProbability(most);
  }
}
