package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * The performative risk PR(theta): the regularised risk of the deployed model on the data that it
 * induced, over everyone, observed or not. NaN where the model has no parameters.
 *
 * @param task how the model is judged; handed over
 */
@About(
    value = "risk of the deployed model on the data that it induced, over everyone",
    source = "Perdomo et al. 2020, section 2")
public record PerformativeRisk(Task task) implements Metric {
  @Override
  public String name() {
    return "performative-risk";
  }

  @Override
  public String unit() {
    return "loss";
  }

  @Override
  public Range range() {
    return Range.parse("(-inf, inf)");
  }

  @Override
  public double measure(Round round) {
    return Judged.of(round, task).map(Judged::performativeRisk).orElse(Double.NaN);
  }
}
