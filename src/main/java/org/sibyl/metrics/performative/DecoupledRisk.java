package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * The decoupled performative risk DPR(last, this): the risk of this round's model on what was
 * observed of the last. NaN in round 1.
 *
 * @param task how the model is judged; handed over
 */
@About(
    value = "risk of this round's model on the data that the last model induced",
    source = "Perdomo et al. 2020, section 3.2")
public record DecoupledRisk(Task task) implements Metric {
  @Override
  public String name() {
    return "decoupled-risk";
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
    return Lesson.of(round, task).map(Lesson::decoupledRisk).orElse(Double.NaN);
  }
}
