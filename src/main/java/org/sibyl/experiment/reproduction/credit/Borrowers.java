package org.sibyl.experiment.reproduction.credit;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.StrategicFeatures;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Population;
import org.sibyl.population.Sample;
import org.sibyl.population.table.Credit;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.Task;

/** The 18 357 borrowers of the published experiments, and how they are judged. */
final class Borrowers {
  /** Revolving utilisation, open credit lines, real-estate loans: what borrowers can change. */
  static final Optional<List<Integer>> STRATEGIC = Optional.of(List.of(0, 5, 7));

  private final Workbench bench;
  private final FeatureSource source;
  private final Sample all;

  Borrowers(Workbench bench) {
    this.bench = bench;
    this.source = new Credit(bench.credit()).prepared();
    int size = source.fixedSize().orElseThrow();
    this.all = source.draw(size, Workbench.randomness().at(Draw.FEATURES, 0));
  }

  /** All of them, in the order of the file. */
  Sample all() {
    return all;
  }

  /** Where they come from, read already. */
  FeatureSource source() {
    return source;
  }

  /** Best responses to the score, with this sensitivity. */
  FeatureResponse moving(double sensitivity) {
    return new StrategicFeatures(sensitivity(sensitivity), STRATEGIC);
  }

  /** A sensitivity as people have it: a test may plant an error. */
  double sensitivity(double sound) {
    return bench.sensitivity().applyAsDouble(sound);
  }

  /** Logistic regression whose intercept is free. */
  Task task(double regularization) {
    return task(regularization, false);
  }

  Task task(double regularization, boolean penaliseBias) {
    return new Task(
        new LinearModels(0),
        bench.loss().apply(new LogisticLoss()),
        regularization,
        penaliseBias,
        new Everywhere());
  }

  /** Exact retraining. */
  static Algorithm exact(Task task, double... start) {
    return new RepeatedRiskMinimization(
        Optional.empty(), given(start), Minimiser.exact(), 0, Optional.of(task));
  }

  static GivenParameters given(double... start) {
    return new GivenParameters(Values.each(start));
  }

  /** What happens when they respond so, keep what the carryover says and are judged by the task. */
  Course course(FeatureResponse response, Task task, Algorithm algorithm) {
    return course(all, response, new ResetToBase(), task, algorithm);
  }

  Course course(
      Sample people,
      FeatureResponse response,
      Carryover carryover,
      Task task,
      Algorithm algorithm) {
    return new Course(
        bench.dynamics(response, new RecordedLabels(), carryover),
        bench.world(Population.of(people), algorithm),
        task.on(people.features().columns()));
  }
}
