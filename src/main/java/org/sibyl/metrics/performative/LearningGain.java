package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * What the new model gains by learning: DPR(last, last) - DPR(last, this), on what was observed of
 * the last round. NaN in round 1.
 *
 * @param task how the model is judged; handed over
 */
@About(
    value = "what the new model gains on the data that the last one induced",
    source = "Hardt et al. 2022, section 3")
public record LearningGain(Task task) implements Metric {
  @Override
  public String name() {
    return "learning-gain";
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
    return Lesson.of(round, task).map(Lesson::learningGain).orElse(Double.NaN);
  }
}
