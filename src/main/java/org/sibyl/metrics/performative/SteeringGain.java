package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * What the new model gains by steering: DPR(last, this) - DPR(this, this), the first on what was
 * observed of the last round, the second on what was observed of this one. Learning and steering
 * gains add up to what the risk fell by. NaN in round 1.
 *
 * @param task how the model is judged; handed over
 */
@About(
    value = "what the new model gains because people respond to it",
    source = "Hardt et al. 2022, section 3")
public record SteeringGain(Task task) implements Metric {
  @Override
  public String name() {
    return "steering-gain";
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
    return Lesson.of(round, task).map(Lesson::steeringGain).orElse(Double.NaN);
  }
}
