package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Parametric;
import org.sibyl.simulation.Round;

/**
 * The Euclidean distance of the deployed parameters from stated ones, such as a stable or optimal
 * point in closed form.
 *
 * @param from the parameters to compare with
 */
@About(value = "distance of the deployed theta from a stated one")
public record ThetaDistance(
    @Parameter(
            value = "the theta to compare with, one number for all parameters or a list",
            range = "(-inf, inf)")
        Values from)
    implements Metric {
  public ThetaDistance {
    from.within("from", Range.FINITE);
  }

  @Override
  public String name() {
    return "theta-distance";
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
    return round.deployment().model() instanceof Parametric model
        ? Vectors.distance(model.theta(), from.column("from", model.theta().length).toArray())
        : Double.NaN;
  }
}
