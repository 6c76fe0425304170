package org.sibyl.learning.search;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Divergence;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Derivative-free descent of the performative risk: deploys theta plus a small step in a random
 * direction, and takes the loss seen there for a gradient (Flaxman, Kalai and McMahan 2005, Online
 * convex optimization in the bandit setting, SODA, section 2; for performative prediction Miller,
 * Perdomo and Zrnic 2021, Outside the echo chamber, ICML 38; arXiv 2102.08570).
 *
 * <p>With dimension d, radius delta and u uniform on the sphere, d/delta PR(theta + delta u) u has
 * the gradient of the risk averaged over the ball as its mean, which is the gradient itself where
 * the risk is quadratic; so has d/(2 delta) (PR(theta + delta u) - PR(theta - delta u)) u, at far
 * less variance and two deployments per step. Where the performative risk is convex, one point with
 * a radius of order T^(-1/4) and steps of order T^(-3/4) has a mean regret of order T^(-1/4) over T
 * rounds. It needs no model of how people respond, only the loss of what is deployed.
 *
 * <p>Theta stays so far inside the task's domain that every deployment is in it. The direction of
 * every step is drawn anew.
 *
 * @param start the first theta, deployed only with its step
 * @param points how many deployments make a gradient
 * @param radius delta: how far deployments are from theta, above 0
 * @param step how far theta moves per unit of gradient, above 0
 * @param decay power of the number of the step by which the step falls, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "descends by losses seen at randomly perturbed deployments, without derivatives",
    source = "Flaxman et al. 2005, section 2; Miller et al. 2021",
    draws = Draw.LEARNER)
public record DerivativeFree(
    @Parameter(value = "the first theta, deployed with its perturbation", byDefault = "0")
        InitialParameters start,
    @Parameter(value = "how many deployments make a gradient", byDefault = "two") Points points,
    @Parameter(value = "how far deployments are from theta", range = "(0, inf)") double radius,
    @Parameter(value = "change of theta per unit of gradient", range = "(0, inf)") double step,
    @Parameter(
            value = "power of the number of the step by which the step falls",
            range = "[0, inf)",
            byDefault = "0")
        double decay,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  /** How many deployments make a gradient. */
  public enum Points {
    /** One: the risk at theta + delta u. */
    ONE,
    /** Two: the difference of the risks at theta + delta u and theta - delta u. */
    TWO
  }

  public DerivativeFree {
    Check.within("radius", radius, POSITIVE);
    Check.within("step", step, POSITIVE);
    Check.within("decay", decay, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] center =
        problem.domain().inner(radius).project(start.draw(problem.dimension(), random));
    return ahead(problem, 1, center, random);
  }

  /** The learner that deploys the first point of a step. */
  private Probing ahead(
      Problem problem, long number, double[] center, UniformRandomProvider random) {
    double[] direction = Directions.onSphere(center.length, random);
    return new Probing(
        this,
        problem,
        number,
        Column.of(center),
        Column.of(direction),
        false,
        0,
        problem.model(Vectors.plus(center, radius, direction)));
  }

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param number of the step, from 1
   * @param center theta, from which deployments differ by the radius
   * @param direction in which they do
   * @param isSecond whether the opposite point is in force
   * @param first risk at the first point, once the second is in force
   * @param model to deploy
   */
  public record Probing(
      DerivativeFree algorithm,
      Problem problem,
      long number,
      Column center,
      Column direction,
      boolean isSecond,
      double first,
      Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      double risk = episode.access().objective(problem).value(model.theta(), episode.last());
      boolean isOne = algorithm.points == Points.ONE;
      return isOne || isSecond
          ? stepped(isOne ? risk : (first - risk) / 2, random)
          : opposite(risk);
    }

    private Learner opposite(double risk) {
      double[] theta = Vectors.plus(center.toArray(), -algorithm.radius, direction.toArray());
      return new Probing(
          algorithm, problem, number, center, direction, true, risk, problem.model(theta));
    }

    private Learner stepped(double change, UniformRandomProvider random) {
      double[] gradient = gradient(change);
      double size = algorithm.step / StrictMath.pow(number, algorithm.decay);
      double[] next = Vectors.plus(center.toArray(), -size, gradient);
      Divergence.check(next);
      double[] inside = problem.domain().inner(algorithm.radius).project(next);
      return algorithm.ahead(problem, number + 1, inside, random);
    }

    /** The estimated gradient: dimension over radius, times the change of risk, along u. */
    private double[] gradient(double change) {
      int dimension = center.size();
      return Vectors.plus(
          new double[dimension], dimension / algorithm.radius * change, direction.toArray());
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
