package org.sibyl.prediction.risk;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;

/** The expected loss: psi is 1. */
@About("the expected loss")
public record MeanRisk() implements RiskMeasure {
  @Override
  public double ofSorted(double[] ascending) {
    double sum = 0;
    for (double loss : ascending) {
      sum += loss;
    }
    return sum / ascending.length;
  }

  @Override
  public double weightBelow(double u) {
    return u;
  }

  @Override
  public double norm(double q) {
    Check.within("q", q, RiskMeasure.ORDERS);
    return 1;
  }
}
