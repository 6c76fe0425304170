package org.sibyl.learning.search;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.descent.StepSize;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Descent of the performative risk by the reparametrised gradient: the gradient of the loss in
 * theta, plus how the data moves with theta times the gradient of the loss in the data (Cyffers,
 * Pydi, Atif and Cappé 2024, Optimal classification under performative distribution shift, NeurIPS
 * 37; arXiv 2411.02023).
 *
 * <p>It needs to know how each person moves (feedback F4), and no density. Where the performative
 * risk is convex and smooth it converges to the optimum as gradient descent does. Unlike published
 * code it keeps to the task's domain.
 *
 * @param start the parameters of round 1
 * @param step how far a step goes
 * @param task what is minimised; handed over
 */
@About(
    value = "descends the performative risk, knowing how each person moves with theta",
    source = "Cyffers et al. 2024")
public record ReparametrisedDescent(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter("how far a step goes, per unit of gradient") StepSize step,
    Task task)
    implements Algorithm {
  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Descending(problem, step, problem.model(theta));
  }

  /**
   * The learner on its way.
   *
   * @param problem what is minimised
   * @param step how far a step goes
   * @param model to deploy
   */
  record Descending(Problem problem, StepSize step, Parametric model) implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      Cohort cohort = episode.last();
      double[] theta = model.theta();
      double[] ofLoss = problem.gradient(theta, cohort);
      double[] ofShift = episode.access().shiftGradient(problem, theta, cohort);
      double[] gradient = Vectors.plus(ofLoss, 1, ofShift);
      double[] next = Steps.down(problem, theta, step.on(problem, cohort), gradient);
      return new Descending(problem, step, problem.model(next));
    }

    @Override
    public Feedback feedback() {
      return Feedback.SIMULATOR;
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
