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
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Decoupled descent: two copies of theta, one that is deployed and makes the data, one that is
 * judged on it, each going down its own partial gradient of the decoupled performative risk
 * (Sanguino, Kehrenberg, Lozano and Quadrianto 2025, The decoupled risk landscape in performative
 * prediction, arXiv 2506.09044).
 *
 * <p>It is a heuristic without guarantee. When the copies start and step alike its first step is,
 * in sum, that of the reparametrised gradient; later they part, and on a bilinear risk, a saddle,
 * their difference grows in every step: so both are kept in the task's domain, where published code
 * lets them run away. With a data step of 0 it trains a model on the data of one deployment.
 *
 * @param start the parameters of both copies in round 1
 * @param step how far the judged copy goes
 * @param dataStep how far the deployed copy goes, per unit of gradient, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "a deployed and a judged copy of theta, each down its own partial gradient",
    source = "Sanguino et al. 2025")
public record DecoupledDescent(
    @Parameter(value = "the parameters of both copies in round 1", byDefault = "0")
        InitialParameters start,
    @Parameter("how far the judged copy goes, per unit of gradient") StepSize step,
    @Parameter(value = "how far the deployed copy goes, per unit of gradient", range = "[0, inf)")
        double dataStep,
    Task task)
    implements Algorithm {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public DecoupledDescent {
    Check.within("data-step", dataStep, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Apart(problem, step, dataStep, Column.of(theta), problem.model(theta));
  }

  /**
   * The learner on its way.
   *
   * @param problem what is minimised
   * @param step how far the judged copy goes
   * @param dataStep how far the deployed copy goes
   * @param judged the copy that is judged
   * @param model the copy that is deployed
   */
  public record Apart(
      Problem problem, StepSize step, double dataStep, Column judged, Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      Cohort cohort = episode.last();
      double[] theta = judged.toArray();
      double[] ofLoss = problem.gradient(theta, cohort);
      double[] ofShift = episode.access().shiftGradient(problem, theta, cohort);
      double[] better = Steps.down(problem, theta, step.on(problem, cohort), ofLoss);
      double[] deployed = Steps.down(problem, model.theta(), dataStep, ofShift);
      return new Apart(problem, step, dataStep, Column.of(better), problem.model(deployed));
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
