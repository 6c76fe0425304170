package org.sibyl.learning.retraining;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Delayed repeated risk minimization, for people who respond slowly: holds a model for several
 * rounds, then retrains on the newest cohort only (Brown, Hod and Kalemaj 2022, Performative
 * prediction in a stateful world, AISTATS 25; arXiv 2011.03885).
 *
 * <p>When a share lambda of the data stays as it was in each round (geometric decay), waiting m
 * rounds makes the distance to the stable point shrink by lambda^m + (1 - lambda^m) sensitivity per
 * refit on Gaussian mean estimation, against lambda + (1 - lambda) sensitivity with m = 1. In
 * general retraining converges when the joint sensitivity is below gamma / (gamma + beta).
 *
 * <p>How long the model in force has been held is part of its state, so a run that has settled is
 * reported as a cycle of as many rounds as it waits.
 *
 * @param start the parameters of round 1
 * @param rounds m: for how many rounds each model is held, at least 1
 * @param minimiser how the risk is minimised
 * @param tolerance a new theta within this distance of the old one is not deployed, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "holds each model for several rounds, then retrains on the newest data",
    source = "Brown et al. 2022")
public record DelayedRetraining(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter(value = "how long each model is held", unit = "rounds", range = "[1, inf)")
        int rounds,
    @Parameter(value = "how the risk is minimised", byDefault = "{}") Minimiser minimiser,
    @Parameter(
            value = "a new theta within this distance of the old one is not deployed",
            range = "[0, inf)",
            byDefault = "1e-9")
        double tolerance,
    Task task)
    implements Algorithm {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public DelayedRetraining {
    Check.atLeast("rounds", rounds, 1);
    Check.within("tolerance", tolerance, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Waiting(problem, minimiser, tolerance, rounds, 0, problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /**
   * The learner on its way.
   *
   * @param problem what is minimised
   * @param minimiser how
   * @param tolerance distance within which the old model stays
   * @param rounds for how many each model is held
   * @param held for how many rounds this one was
   * @param model to deploy
   */
  record Waiting(
      Problem problem,
      Minimiser minimiser,
      double tolerance,
      int rounds,
      int held,
      Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (held + 1 < rounds) {
        return new Waiting(problem, minimiser, tolerance, rounds, held + 1, model);
      }
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      SmoothFunction risk = SmoothFunction.of(problem, episode.last());
      double[] next = minimiser.minimiser(risk, problem.domain(), model.theta());
      Parametric kept = Steps.kept(problem, model, next, tolerance);
      return new Waiting(problem, minimiser, tolerance, rounds, 0, kept);
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
