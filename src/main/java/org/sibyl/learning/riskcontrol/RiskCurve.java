package org.sibyl.learning.riskcontrol;

import java.util.Optional;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * R(lambda_d, .): the risk of every rule on people who responded to the deployed one,
 * non-increasing in lambda.
 */
@FunctionalInterface
public interface RiskCurve {
  /** Where the search of a curve without a shape of its own stops. */
  double PRECISION = 1e-12;

  /** R(lambda_d, lambda'). */
  double at(double conservativeness);

  /**
   * The least lambda' from which on R(lambda_d, lambda') + slope (lambda_d - lambda') stays within
   * the limit. Where the search ends between two numbers it is the upper one, which is safe.
   *
   * @param low the least that is allowed
   * @param deployed lambda_d, within the limit itself
   * @param slope tau, at least 0
   * @param limit in units of loss
   */
  default double least(double low, double deployed, double slope, double limit) {
    if (at(low) + slope * (deployed - low) <= limit) {
      return low;
    }
    double unsafe = low;
    double safe = deployed;
    while (safe - unsafe > PRECISION) {
      double middle = unsafe + (safe - unsafe) / 2;
      if (at(middle) + slope * (deployed - middle) <= limit) {
        safe = middle;
      } else {
        unsafe = middle;
      }
    }
    return safe;
  }

  /**
   * By what the measure differs from the mean, as a factor, on these people: 1 for the mean itself;
   * another where so few people cost anything that a tail measure is no more than a scaled mean;
   * empty where it sees more than the mean.
   */
  default Optional<Double> timesMean() {
    return Optional.empty();
  }

  /** The curve of a sample: by break points where the rule and the measure allow it. */
  static RiskCurve of(RiskTarget risk, JudgedSample sample) {
    return risk.rule() instanceof Acceptance rule
        ? AcceptanceCurve.of(rule, risk.measure(), sample)
            .map(curve -> (RiskCurve) curve)
            .orElseGet(() -> simple(risk, sample))
        : simple(risk, sample);
  }

  /** The curve of a sample by the definition: all losses anew for every lambda. */
  static RiskCurve simple(RiskTarget risk, JudgedSample sample) {
    return conservativeness -> {
      double[] losses = new double[sample.people()];
      for (int i = 0; i < sample.scores().length; i++) {
        losses[i] =
            sample.weights()[i]
                * risk.rule().loss(sample.scores()[i], sample.labels()[i], conservativeness);
      }
      return risk.measure().of(losses);
    };
  }
}
