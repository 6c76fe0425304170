package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Parametric;
import org.sibyl.simulation.Round;

/**
 * One parameter of the deployed model; NaN where it has no such parameter.
 *
 * @param index which, from 0
 */
@About(value = "one parameter of the deployed model")
public record DeployedParameter(
    @Parameter(value = "which parameter, from 0", range = "[0, inf)", byDefault = "0") int index)
    implements Metric {
  public DeployedParameter {
    Check.atLeast("index", index, 0);
  }

  @Override
  public String name() {
    return "theta-" + index;
  }

  @Override
  public String unit() {
    return "unit of the parameter";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    return round.deployment().model() instanceof Parametric model && index < model.theta().length
        ? model.theta()[index]
        : Double.NaN;
  }
}
