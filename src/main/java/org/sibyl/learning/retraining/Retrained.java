package org.sibyl.learning.retraining;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;

/**
 * Repeated risk minimization of parametric models: deploys the minimiser of the risk on the data
 * just observed (Perdomo et al. 2020, section 3.2).
 *
 * @param problem what is minimised
 * @param minimiser how
 * @param tolerance distance within which the old model counts as the minimiser and stays
 * @param model to deploy
 */
public record Retrained(Problem problem, Minimiser minimiser, double tolerance, Parametric model)
    implements Learner {
  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    if (Steps.isSilent(episode.last())) {
      return this;
    }
    double[] theta = model.theta();
    double[] next =
        minimiser.minimiser(SmoothFunction.of(problem, episode.last()), problem.domain(), theta);
    return new Retrained(
        problem, minimiser, tolerance, Steps.kept(problem, model, next, tolerance));
  }

  @Override
  public Progress progress() {
    return Progress.LEARNING;
  }
}
