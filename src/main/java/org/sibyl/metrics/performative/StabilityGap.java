package org.sibyl.metrics.performative;

import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * How far the deployed model is from performatively stable: the distance of theta from the
 * minimiser of the risk on everyone's data of this round. 0 at a stable point.
 *
 * @param task how the model is judged; handed over
 */
@About(
    value = "distance of the deployed theta from the best one on the data that it induced",
    source = "Perdomo et al. 2020, section 3")
public record StabilityGap(Task task) implements Metric {
  @Override
  public String name() {
    return "stability-gap";
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
    return Judged.of(round, task).map(StabilityGap::of).orElse(Double.NaN);
  }

  private static double of(Judged round) {
    double[] theta = round.deployed().theta();
    double[] best =
        Minimiser.exact()
            .minimise(
                SmoothFunction.of(round.problem(), round.everyone()),
                round.problem().domain(),
                theta)
            .theta();
    return Vectors.distance(best, theta);
  }
}
