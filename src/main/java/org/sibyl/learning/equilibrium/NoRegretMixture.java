package org.sibyl.learning.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.descent.WeightedSum;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * A mixture of models that is performatively stable, whatever people do: runs a no-regret
 * algorithm, projected online gradient descent with steps that fall as 1/sqrt(t), on the losses of
 * its own deployments; the uniform mixture over all deployed models is then stable up to the mean
 * regret (Farina and Perdomo 2026, The stability of online algorithms in performative prediction;
 * arXiv 2602.24207; Zinkevich 2003, Online convex programming and generalized infinitesimal
 * gradient ascent, ICML 20, theorem 1).
 *
 * <p>A mixture is stable when no single model does better on the data that the mixture induces, who
 * deploys a model drawn from it: mean of DPR(theta_t, theta_t) at most mean of DPR(theta_t, theta)
 * for every theta. With convex losses, gradients up to G and a domain of diameter D, the gap is at
 * most (D^2 / (2 step) + G^2 step) / sqrt(T), also where the distribution map is discontinuous and
 * retraining cycles for ever; a single stable model need not exist, and is hard to find in general.
 *
 * @param start the parameters of round 1
 * @param step of the first round; in round t over sqrt(t); above 0
 * @param task what is minimised, over a bounded domain for the guarantee; handed over
 */
@About(
    value = "online gradient descent whose mixture of all deployed models is stable",
    source = "Farina and Perdomo 2026; Zinkevich 2003, theorem 1")
public record NoRegretMixture(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter(
            value = "step of the first round; later ones are over the root of the round",
            range = "(0, inf)")
        double step,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public NoRegretMixture {
    Check.within("step", step, POSITIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Mixing(problem, step, List.of(), problem.model(theta));
  }

  /**
   * A model of the mixture.
   *
   * @param theta its parameters
   * @param cohort what deploying it induced
   */
  public record Part(Column theta, Cohort cohort) {}

  /**
   * The learner on its way. It keeps every cohort: they are what the gap is measured on.
   *
   * @param problem what is minimised
   * @param step of the first round
   * @param parts the mixture so far, oldest first, each of the same weight
   * @param model to deploy
   */
  public record Mixing(Problem problem, double step, List<Part> parts, Parametric model)
      implements Learner {
    public Mixing {
      parts = List.copyOf(parts);
    }

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      double[] theta = model.theta();
      List<Part> longer = new ArrayList<>(parts);
      longer.add(new Part(Column.of(theta), episode.last()));
      double size = step / StrictMath.sqrt(longer.size());
      double[] gradient = problem.gradient(theta, episode.last());
      return new Mixing(
          problem, step, longer, problem.model(Steps.down(problem, theta, size, gradient)));
    }

    /**
     * How much better the best single model would do on the data that the mixture induced: at least
     * 0 up to the minimiser's error, and 0 when the mixture is performatively stable.
     *
     * @throws IllegalStateException before anything was observed
     */
    public double stabilityGap(Minimiser minimiser) {
      if (parts.isEmpty()) {
        throw new IllegalStateException("mixture: nothing is deployed yet. Play a round.");
      }
      List<SmoothFunction> risks = new ArrayList<>();
      double own = 0;
      for (Part part : parts) {
        risks.add(SmoothFunction.of(problem, part.cohort));
        own += problem.value(part.theta.toArray(), part.cohort) / parts.size();
      }
      SmoothFunction mean =
          new WeightedSum(risks, Column.constant(risks.size(), 1.0 / risks.size()));
      double[] best = minimiser.minimise(mean, problem.domain(), model.theta()).theta();
      return own - mean.value(best);
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
