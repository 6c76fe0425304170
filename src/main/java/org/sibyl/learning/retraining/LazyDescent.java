package org.sibyl.learning.retraining;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
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
 * Lazy deployment of stochastic gradient descent: an inner iterate moves while the deployed model
 * stays, and is deployed after n(k) steps (Mendler-Dünner, Perdomo, Zrnic and Hardt 2020,
 * Stochastic optimization for performative prediction, NeurIPS 33, section 3; arXiv 2006.06887).
 * Step j since the deployment has size scale / (offset + j).
 *
 * <p>The theory takes scale = 1 / gamma and offset = 8 L^2 / gamma^2, and needs sensitivity beta /
 * gamma below 1: few deployments then suffice, each for many samples. The published credit
 * experiments take scale = 100 / gamma.
 *
 * <p>Everybody in the round's cohort whose label is seen makes one step, in order. Whoever is left
 * over when the iterate is deployed is not used, as it came from the model before; observe one
 * person per round for the published algorithm.
 *
 * @param start the parameters of round 1
 * @param schedule n(k): steps between deployments k and k + 1
 * @param scale numerator of the step size, above 0
 * @param offset k0: added to the number of the step, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "stochastic gradient descent that deploys its iterate ever more rarely",
    source = "Mendler-Dünner et al. 2020, section 3")
public record LazyDescent(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter(value = "steps between deployments, by their number", byDefault = "linear")
        Schedule schedule,
    @Parameter(value = "numerator of the step size", range = "(0, inf)") double scale,
    @Parameter(
            value = "added to the number of the step, in the denominator",
            range = "[0, inf)",
            byDefault = "0")
        double offset,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  /** How many steps lie between deployments. */
  public enum Schedule {
    /** The root of the deployment's number, rounded up. */
    SQRT,
    /** The deployment's number. */
    LINEAR,
    /** Its square. */
    SQUARE,
    /** Its cube. */
    CUBE;

    /** Steps from this deployment, counted from 1, to the next. */
    long steps(long deployment) {
      return switch (this) {
        case SQRT -> (long) StrictMath.ceil(StrictMath.sqrt(deployment));
        case LINEAR -> deployment;
        case SQUARE -> deployment * deployment;
        case CUBE -> deployment * deployment * deployment;
      };
    }
  }

  public LazyDescent {
    Check.within("scale", scale, POSITIVE);
    Check.within("offset", offset, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Lazy(this, problem, 1, 0, Column.of(theta), problem.model(theta));
  }

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param deployment number of the model in force, from 1
   * @param steps made since it was deployed
   * @param iterate where they led
   * @param model to deploy
   */
  record Lazy(
      LazyDescent algorithm,
      Problem problem,
      long deployment,
      long steps,
      Column iterate,
      Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      PersonalLoss losses = new PersonalLoss(problem, episode.last());
      long needed = algorithm.schedule.steps(deployment);
      double[] theta = iterate.toArray();
      long made = steps;
      for (int i = 0; i < episode.last().size() && made < needed; i++) {
        if (losses.isSeen(i)) {
          made++;
          double[] gradient = losses.gradient(theta, i, random);
          double size = algorithm.scale / (algorithm.offset + made);
          theta = Steps.down(problem, theta, size, gradient);
        }
      }
      Column moved = Column.of(theta);
      return made < needed
          ? new Lazy(algorithm, problem, deployment, made, moved, model)
          : new Lazy(algorithm, problem, deployment + 1, 0, moved, problem.model(theta));
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
