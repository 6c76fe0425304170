package org.sibyl.learning;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.retraining.Retrained;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Repeated risk minimization: each time deploy the minimiser of the risk on the data just observed
 * (Perdomo et al. 2020, section 3). With a task it minimises over the task's models. Without one it
 * does so over forecasts with one free number per individual (Góis et al. 2025, section 3): for any
 * proper loss that minimiser is each individual's mean outcome; after one round it copies the
 * action, and individuals who were not observed keep their forecast.
 *
 * @param initial the forecast of round 1, without a task
 * @param start the parameters of round 1, with a task
 * @param minimiser how the risk is minimised, with a task
 * @param tolerance a new theta within this distance of the old one is not deployed, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "deploys what would have been the best model for the data just observed",
    source = "Perdomo et al. 2020, section 3; Góis et al. 2025, section 3")
public record RepeatedRiskMinimization(
    @Parameter("the forecast of round 1: a number, a list, or a random law; without a task only")
        Optional<InitialForecast> initial,
    @Parameter(value = "the parameters of round 1; with a task only", byDefault = "0")
        InitialParameters start,
    @Parameter(value = "how the risk on one sample is minimised", byDefault = "{}")
        Minimiser minimiser,
    @Parameter(
            value = "a new theta within this distance of the old one is not deployed",
            range = "[0, inf)",
            byDefault = "1e-9")
        double tolerance,
    Optional<Task> task)
    implements Algorithm {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public RepeatedRiskMinimization {
    Check.within("tolerance", tolerance, NOT_NEGATIVE);
    if (initial.isPresent() == task.isPresent()) {
      throw Check.invalid(
          "initial",
          initial.isPresent() ? "a forecast for each individual" : "nothing",
          task.isPresent()
              ? "is for worlds without a task. Give 'start' instead"
              : "is not enough. Give the forecast of round 1, or a task at the top");
    }
  }

  /** Over forecasts with one free number per individual. */
  public RepeatedRiskMinimization(InitialForecast initial) {
    this(
        Optional.of(initial),
        new GivenParameters(Values.all(0)),
        Minimiser.exact(),
        1e-9,
        Optional.empty());
  }

  /** Over the models of a task. */
  public RepeatedRiskMinimization(InitialParameters start, Task task) {
    this(Optional.empty(), start, Minimiser.exact(), 1e-9, Optional.of(task));
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    return task.map(given -> parametric(given.on(beginning.features().columns()), random))
        .orElseGet(
            () -> new Copied(new Forecast(initial.orElseThrow().draw(beginning.size(), random))));
  }

  private Learner parametric(Problem problem, UniformRandomProvider random) {
    double[] theta = start.in(problem, random);
    return new Retrained(problem, minimiser, tolerance, problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /**
   * The learner of forecasts: its forecast is all its state.
   *
   * @param model the forecast to deploy
   */
  record Copied(Forecast model) implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      double[] sums = new double[model.probabilities().size()];
      int[] counts = new int[sums.length];
      for (Cohort cohort : episode.rounds()) {
        for (int k = 0; k < cohort.size(); k++) {
          if (!Double.isNaN(cohort.outcomes().get(k))) {
            sums[cohort.individuals()[k]] += cohort.outcomes().get(k);
            counts[cohort.individuals()[k]]++;
          }
        }
      }
      return new Copied(
          new Forecast(
              Column.generate(
                  sums.length,
                  i -> counts[i] == 0 ? model.probabilities().get(i) : sums[i] / counts[i])));
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
