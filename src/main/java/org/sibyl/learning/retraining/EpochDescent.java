package org.sibyl.learning.retraining;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.descent.StepSize;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Epoch-based descent, for people who respond slowly: holds theta for an epoch, so that the data
 * nearly settles, then makes one gradient step on its last cohort (Ray, Ratliff, Drusvyatskiy and
 * Fazel 2022, Decision-dependent risk minimization in geometrically decaying dynamic environments,
 * AAAI 36; arXiv 2204.08281).
 *
 * <p>When a share lambda of the data stays as it was in each round, an epoch of log(1/accuracy) /
 * log(1/lambda) rounds leaves an error of that accuracy in the gradient, and the rates of static
 * problems hold up to logarithms. With a known derivative of the data in the deployed theta the
 * step is down the gradient of the performative risk, which is what the paper descends; without it
 * the data is taken as fixed, and the iteration goes to the stable point instead. The derivative
 * known here is that of the last round: where people go only a share of the way in a round it is
 * that share of the whole, and the iteration ends between the stable point and the optimum, unless
 * the share is known and what was told is divided by it, as the paper has it.
 *
 * @param start the parameters of the first epoch
 * @param length of an epoch, at least 1
 * @param step how far a step goes
 * @param shift whether the derivative of the data in theta is read too, which takes a simulator
 * @param share of the way that people go in a round, in (0, 1]
 * @param task what is minimised; handed over
 */
@About(
    value = "holds theta for an epoch until the data settles, then one gradient step",
    source = "Ray et al. 2022")
public record EpochDescent(
    @Parameter(value = "the parameters of the first epoch", byDefault = "0")
        InitialParameters start,
    @Parameter(value = "length of an epoch", unit = "rounds", range = "[1, inf)") int length,
    @Parameter("how far a step goes, per unit of gradient") StepSize step,
    @Parameter(value = "whether the step counts how the data moves with theta", byDefault = "false")
        boolean shift,
    @Parameter(
            value = "share of the way that people are known to go in a round",
            range = "(0, 1]",
            byDefault = "1")
        double share,
    Task task)
    implements Algorithm {
  private static final Range SHARES = Range.parse("(0, 1]");

  public EpochDescent {
    Check.atLeast("length", length, 1);
    Check.within("share", share, SHARES);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Holding(this, problem, 0, problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param held for how many rounds this model was
   * @param model to deploy
   */
  record Holding(EpochDescent algorithm, Problem problem, int held, Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (held + 1 < algorithm.length) {
        return new Holding(algorithm, problem, held + 1, model);
      }
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      Cohort last = episode.last();
      double[] theta = model.theta();
      double[] gradient = problem.gradient(theta, last);
      if (algorithm.shift) {
        double[] told = episode.access().shiftGradient(problem, theta, last);
        gradient = Vectors.plus(gradient, 1 / algorithm.share, told);
      }
      double size = algorithm.step.on(problem, last);
      double[] next = Steps.down(problem, theta, size, gradient);
      return new Holding(algorithm, problem, 0, Steps.kept(problem, model, next, 0));
    }

    @Override
    public Feedback feedback() {
      return algorithm.shift ? Feedback.SIMULATOR : Feedback.LOSSES;
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
