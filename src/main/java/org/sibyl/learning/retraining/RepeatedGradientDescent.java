package org.sibyl.learning.retraining;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.descent.Memory;
import org.sibyl.learning.descent.Optimizer;
import org.sibyl.learning.descent.StepSize;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Repeated gradient descent: one step down the gradient of the risk on the data just observed, as
 * if the data did not move, then deploy (Perdomo, Zrnic, Mendler-Dünner and Hardt 2020,
 * Performative prediction, section 3; arXiv 2002.06673).
 *
 * <p>With a loss that is gamma-strongly convex and beta-jointly smooth, a plain step of at most 2 /
 * (beta + gamma) and a sensitivity below gamma / ((beta + gamma)(1 + 1.5 step beta)), the distance
 * to the performatively stable point shrinks by 1 - step (beta gamma / (beta + gamma) - sensitivity
 * (1.5 step beta^2 + beta)) in each round. On Gaussian mean estimation the factor is exactly 1 -
 * step (1 - sensitivity). Other optimizers have no such theorem.
 *
 * @param start the parameters of round 1
 * @param step how far a step goes
 * @param optimizer how gradients become a direction
 * @param tolerance a new theta within this distance of the old one is not deployed, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "one gradient step on the data just observed, then deploy",
    source = "Perdomo et al. 2020, section 3")
public record RepeatedGradientDescent(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter("how far a step goes, per unit of gradient") StepSize step,
    @Parameter(value = "how gradients become a direction", byDefault = "{type: plain}")
        Optimizer optimizer,
    @Parameter(
            value = "a new theta within this distance of the old one is not deployed",
            range = "[0, inf)",
            byDefault = "1e-12")
        double tolerance,
    Task task)
    implements Algorithm {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public RepeatedGradientDescent {
    Check.within("tolerance", tolerance, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    Memory nothing = Memory.none(problem.dimension());
    return new Descending(problem, step, optimizer, tolerance, nothing, problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /**
   * The learner on its way.
   *
   * @param problem what is minimised
   * @param step how far a step goes
   * @param optimizer how gradients become a direction
   * @param tolerance distance within which the old model stays
   * @param memory what the optimizer remembers
   * @param model to deploy
   */
  record Descending(
      Problem problem,
      StepSize step,
      Optimizer optimizer,
      double tolerance,
      Memory memory,
      Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      Cohort cohort = episode.last();
      double[] theta = model.theta();
      double[] gradient = problem.gradient(theta, cohort);
      Memory now = optimizer.remember(memory, gradient);
      double[] direction = optimizer.direction(now, gradient);
      double[] next = Steps.down(problem, theta, step.on(problem, cohort), direction);
      Parametric kept = Steps.kept(problem, model, next, tolerance);
      return new Descending(problem, step, optimizer, tolerance, now, kept);
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
