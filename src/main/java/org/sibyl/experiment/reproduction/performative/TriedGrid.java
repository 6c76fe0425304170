package org.sibyl.experiment.reproduction.performative;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Unchanging;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Deploys the points of a grid in turn, each for some rounds, and then for ever the one whose own
 * people had the least loss: what can be done without losses of models that are not deployed.
 *
 * @param points of the grid of the one parameter, at least 2
 * @param each how many rounds each is deployed, at least 1
 * @param task what is minimised, over a bounded domain
 */
record TriedGrid(int points, int each, Task task) implements Algorithm {
  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    return new Trying(this, problem, 0, 0, 0, Double.POSITIVE_INFINITY, at(problem, 0));
  }

  private Parametric at(Problem problem, int point) {
    Range range = problem.domain().range(0);
    double share = (double) point / (points - 1);
    return problem.model(range.low() * (1 - share) + range.high() * share);
  }

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param round from 0
   * @param sum of the risks seen at this point
   * @param best point so far
   * @param least sum of risks seen at it
   * @param model to deploy
   */
  private record Trying(
      TriedGrid algorithm,
      Problem problem,
      int round,
      double sum,
      int best,
      double least,
      Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      double seen = sum + episode.access().objective(problem).value(model.theta(), episode.last());
      int next = round + 1;
      if (next % algorithm.each != 0) {
        return new Trying(algorithm, problem, next, seen, best, least, model);
      }
      int winner = seen < least ? round / algorithm.each : best;
      if (next == algorithm.points * algorithm.each) {
        return new Unchanging(algorithm.at(problem, winner));
      }
      double record = StrictMath.min(seen, least);
      Parametric other = algorithm.at(problem, next / algorithm.each);
      return new Trying(algorithm, problem, next, 0, winner, record, other);
    }

    @Override
    public Feedback feedback() {
      return Feedback.SAMPLES;
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
