package org.sibyl.learning.retraining;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.descent.Proximity;
import org.sibyl.learning.descent.WeightedSum;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Regularised retraining: deploys the minimiser of the risk on the data just observed plus half of
 * a strength times the squared distance from the deployed parameters, the proximal point method of
 * Drusvyatskiy and Xiao 2023, Stochastic optimization with decision-dependent distributions,
 * Mathematics of Operations Research 48 (arXiv 2011.11173).
 *
 * <p>Its fixed points are those of plain retraining. With the canonical family (quadratic loss,
 * data that moves by sensitivity times theta) the distance to it shrinks by (sensitivity beta +
 * strength) / (gamma + strength) in each round: slower than plain retraining when people move along
 * with theta, but convergent also where they move against it so much that plain retraining
 * overshoots for ever (sensitivity beta at most -gamma, strength above (|sensitivity| beta - gamma)
 * / 2).
 *
 * @param start the parameters of round 1
 * @param strength r: what a unit of squared distance costs, times two; at least 0
 * @param minimiser how the sum is minimised
 * @param tolerance a new theta within this distance of the old one is not deployed, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "retrains, but stays near the deployed model: a proximal step",
    source = "Drusvyatskiy and Xiao 2023")
public record ProximalRetraining(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter(
            value = "half of it times the squared distance from the deployed theta is added",
            range = "[0, inf)")
        double strength,
    @Parameter(value = "how the sum is minimised", byDefault = "{}") Minimiser minimiser,
    @Parameter(
            value = "a new theta within this distance of the old one is not deployed",
            range = "[0, inf)",
            byDefault = "1e-9")
        double tolerance,
    Task task)
    implements Algorithm {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public ProximalRetraining {
    Check.within("strength", strength, NOT_NEGATIVE);
    Check.within("tolerance", tolerance, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Near(problem, strength, minimiser, tolerance, problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /**
   * The learner on its way.
   *
   * @param problem what is minimised
   * @param strength of the pull to the deployed parameters
   * @param minimiser how
   * @param tolerance distance within which the old model stays
   * @param model to deploy
   */
  record Near(
      Problem problem, double strength, Minimiser minimiser, double tolerance, Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      double[] theta = model.theta();
      SmoothFunction sum =
          new WeightedSum(
              List.of(
                  SmoothFunction.of(problem, episode.last()),
                  new Proximity(strength, Column.of(theta))),
              Column.constant(2, 1));
      double[] next = minimiser.minimise(sum, problem.domain(), theta).theta();
      Parametric kept = Steps.kept(problem, model, next, tolerance);
      return new Near(problem, strength, minimiser, tolerance, kept);
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
