package org.sibyl.learning.search;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Random search, the baseline that knows nothing: deploys independent random parameters and ends
 * with those whose observed risk was least (Brooks 1958, A discussion of random methods for seeking
 * maxima, Operations Research 6).
 *
 * <p>With so many tries the best lies within the best share q of the law with probability 1 - (1 -
 * q)^tries, whatever people do; noise in the observed risk makes it choose a lucky one.
 *
 * @param candidates the law of the parameters tried
 * @param tries how many are deployed, at least 1
 * @param task what is minimised; handed over
 */
@About(
    value = "deploys random parameters and keeps the best seen: a baseline",
    source = "Brooks 1958",
    draws = Draw.LEARNER)
public record RandomSearch(
    @Parameter(value = "the law of the parameters tried", byDefault = "{type: uniform}")
        InitialParameters candidates,
    @Parameter(value = "how many are deployed", unit = "rounds", range = "[1, inf)") int tries,
    Task task)
    implements Algorithm {
  public RandomSearch {
    Check.atLeast("tries", tries, 1);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    Parametric first = candidate(problem, random);
    return new Trying(this, problem, 1, first, Double.POSITIVE_INFINITY, first);
  }

  private Parametric candidate(Problem problem, UniformRandomProvider random) {
    double[] drawn = candidates.draw(problem.dimension(), random);
    return problem.model(problem.domain().project(drawn));
  }

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param attempt number of the model in force, from 1
   * @param best model so far
   * @param least its observed risk
   * @param model to deploy
   */
  record Trying(
      RandomSearch algorithm,
      Problem problem,
      int attempt,
      Parametric best,
      double least,
      Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      double risk = episode.access().objective(problem).value(model.theta(), episode.last());
      boolean isBetter = risk < least;
      Parametric kept = isBetter ? model : best;
      if (attempt == algorithm.tries) {
        return new Unchanging(kept);
      }
      Parametric next = algorithm.candidate(problem, random);
      double record = isBetter ? risk : least;
      return new Trying(algorithm, problem, attempt + 1, kept, record, next);
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
