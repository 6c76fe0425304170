package org.sibyl.experiment.reproduction.credit;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.LocalRisk;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Retraining as it was published: gradient descent that stops as soon as one step gains less than
 * 1e-7, far from the minimum. It is here to show what that does; learners minimise exactly.
 *
 * @param start the parameters of round 1
 * @param variant which published code
 * @param task what is to be minimised
 */
record ShallowRetraining(GivenParameters start, Variant variant, Task task) implements Algorithm {
  /** The published codes. */
  enum Variant {
    /** Perdomo et al. 2020: begins at 0 in every round; the loss it watches lacks a square. */
    PERDOMO,
    /** The WhyNot simulators: begins at the deployed parameters. */
    WHYNOT
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    return new Shallow(problem, variant, problem.model(start.draw(problem.dimension(), random)));
  }

  /**
   * The learner on its way.
   *
   * @param problem what is to be minimised
   * @param variant which published code
   * @param model to deploy
   */
  record Shallow(Problem problem, Variant variant, Parametric model) implements Learner {
    private static final double LEAST_GAIN = 1e-7;

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      double[] theta = variant == Variant.WHYNOT ? model.theta() : new double[problem.dimension()];
      return new Shallow(problem, variant, problem.model(descend(episode.last(), theta)));
    }

    private double[] descend(Cohort cohort, double... from) {
      double whole = 1 / (smoothness(cohort.features()) + problem.regularization());
      double step = whole;
      double[] theta = from;
      LocalRisk here = problem.at(theta, cohort);
      double watched = here.value();
      double gain = Double.POSITIVE_INFINITY;
      while (gain > LEAST_GAIN) {
        double[] next = Steps.down(problem, theta, step, here.gradient());
        LocalRisk there = problem.at(next, cohort);
        double now = watched(there.value(), next);
        if (now > watched) {
          step /= 10;
        } else {
          gain = watched - now;
          step = whole;
          theta = next;
          here = there;
          watched = now;
        }
      }
      return theta;
    }

    /** The loss that decides when to stop. */
    private double watched(double risk, double... theta) {
      if (variant == Variant.WHYNOT) {
        return risk;
      }
      double penalty = problem.penalty(theta);
      double squares = 0;
      for (double weight : Arrays.copyOf(theta, problem.penalised())) {
        squares += weight * weight;
      }
      return risk - penalty + problem.regularization() / 2 * StrictMath.sqrt(squares);
    }

    private static double smoothness(Matrix features) {
      double squares = 0;
      for (int i = 0; i < features.rows(); i++) {
        for (int k = 0; k < features.columns(); k++) {
          squares += features.get(i, k) * features.get(i, k);
        }
      }
      return squares / (4.0 * features.rows());
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
