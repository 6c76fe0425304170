package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Parametric;
import org.sibyl.simulation.Round;

/**
 * The Euclidean distance between the parameters deployed in this round and in the last; NaN in
 * round 1.
 */
@About(
    value = "distance between this round's theta and the last one",
    source = "Perdomo et al. 2020, section 5")
public record ThetaChange() implements Metric {
  @Override
  public String name() {
    return "theta-change";
  }

  @Override
  public String unit() {
    return "distance of theta";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    if (!(round.deployment().model() instanceof Parametric now)) {
      return Double.NaN;
    }
    return round
        .before()
        .ledger()
        .deployment()
        .map(Deployment::model)
        .filter(Parametric.class::isInstance)
        .map(last -> Vectors.distance(((Parametric) last).theta(), now.theta()))
        .orElse(Double.NaN);
  }
}
