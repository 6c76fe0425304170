package org.sibyl.learning.retraining;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Greedy deployment of stochastic gradient descent: every new iterate is deployed (Mendler-Dünner,
 * Perdomo, Zrnic and Hardt 2020, Stochastic optimization for performative prediction, NeurIPS 33,
 * section 3; arXiv 2006.06887). Step number k has size scale / (offset + k).
 *
 * <p>The theory takes, with c = gamma - sensitivity beta above 0, scale = 1 / c and offset = 8 L^2
 * / c^2, where the expected squared gradient is at most a constant plus L^2 times the squared
 * distance to the minimiser; then the expected squared distance to the stable point falls as 1/k.
 * The published credit experiments take scale = 100 / c, and gamma for c where c is not positive.
 *
 * <p>Everybody in the round's cohort whose label is seen makes one step, in order; observe one
 * person per round ({@code survey: {type: fresh-sample, observed: 1}}) for the published algorithm.
 *
 * @param start the parameters of round 1
 * @param scale numerator of the step size, above 0
 * @param offset k0: added to the number of the step, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "stochastic gradient descent that deploys every new iterate",
    source = "Mendler-Dünner et al. 2020, section 3")
public record GreedyDescent(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
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

  public GreedyDescent {
    Check.within("scale", scale, POSITIVE);
    Check.within("offset", offset, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Greedy(problem, scale, offset, 0, problem.model(theta));
  }

  /**
   * The learner on its way.
   *
   * @param problem what is minimised
   * @param scale numerator of the step size
   * @param offset added to the number of the step
   * @param steps made so far
   * @param model to deploy
   */
  record Greedy(Problem problem, double scale, double offset, long steps, Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      PersonalLoss losses = new PersonalLoss(problem, episode.last());
      double[] theta = model.theta();
      long made = steps;
      for (int i = 0; i < episode.last().size(); i++) {
        if (losses.isSeen(i)) {
          made++;
          double[] gradient = losses.gradient(theta, i, random);
          theta = Steps.down(problem, theta, scale / (offset + made), gradient);
        }
      }
      return new Greedy(problem, scale, offset, made, problem.model(theta));
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
