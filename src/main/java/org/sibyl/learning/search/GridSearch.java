package org.sibyl.learning.search;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Unchanging;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Exhaustive search over a grid, for the ground truth: after one round it samples what every model
 * on a grid over the task's domain would induce, with the same noise for all, and deploys the one
 * with the least mean risk for ever.
 *
 * <p>It reads the distribution map itself (feedback F5), which no Predictor has. The optimum is
 * missed by at most half a cell, and by the noise of the samples; in a world that remembers, by
 * what the first round changed.
 *
 * @param start the parameters of round 1
 * @param points of the grid in each parameter, at least 1; a million in all
 * @param replicates samples of each model, at least 1
 * @param task what is minimised, over a bounded domain; handed over
 */
@About("samples what every model on a grid would induce and deploys the best: the ground truth")
public record GridSearch(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter(
            value = "points of the grid in each parameter",
            range = "[1, inf)",
            byDefault = "101")
        int points,
    @Parameter(value = "samples of each model", range = "[1, inf)", byDefault = "1") int replicates,
    Task task)
    implements Algorithm {
  public GridSearch {
    Check.atLeast("points", points, 1);
    Check.atLeast("replicates", replicates, 1);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Ahead(problem, Net.over(problem, points), replicates, problem.model(theta));
  }

  /**
   * The learner before it searches.
   *
   * @param problem what is minimised
   * @param net the grid, points x parameters
   * @param replicates samples of each
   * @param model to deploy
   */
  record Ahead(Problem problem, Matrix net, int replicates, Parametric model) implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      double[] theta = new double[net.columns()];
      double[] best = theta;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < net.rows(); i++) {
        net.copyRow(i, theta);
        double risk = risk(episode.access(), theta);
        if (risk < least) {
          least = risk;
          best = theta.clone();
        }
      }
      return new Unchanging(problem.model(best));
    }

    /** The performative risk, mean over replicates. */
    private double risk(Access access, double... theta) {
      double sum = 0;
      for (int r = 0; r < replicates; r++) {
        sum += problem.value(theta, access.sample(problem.model(theta), r));
      }
      return sum / replicates;
    }

    @Override
    public Feedback feedback() {
      return Feedback.EXACT;
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
