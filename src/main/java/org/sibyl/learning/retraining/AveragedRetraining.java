package org.sibyl.learning.retraining;

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
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Affine risk minimisers: deploys the minimiser of a weighted mean of the risks on the last
 * cohorts, where retraining takes the newest only (Khorsandi, Gupta, Mofakhami, Lacoste-Julien and
 * Gidel 2025, Tight lower bounds and improved convergence in performative prediction; arXiv
 * 2412.03671).
 *
 * <p>It has the fixed points of plain retraining. With the canonical family (quadratic loss, a =
 * sensitivity beta / gamma), equal weights and H cohorts the rate is the largest root of lambda^H =
 * (a / H)(lambda^(H-1) + ... + 1): where people move against theta so much that retraining
 * overshoots (a at most -1), averaging makes it converge: a = -1.5 gives .8660 with two cohorts.
 * Before so many were observed it takes those there are, weights rescaled to sum to 1.
 *
 * @param start the parameters of round 1
 * @param cohorts H: how many cohorts count, at least 1
 * @param weights of the cohorts, newest first, one for all or one each; they may be negative, but
 *     must sum to more than 0 however few cohorts there are yet, and then the mean need not be
 *     convex
 * @param minimiser how the mean is minimised
 * @param tolerance a new theta within this distance of the old one is not deployed, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "retrains on a weighted mean of the last cohorts: affine risk minimisers",
    source = "Khorsandi et al. 2025")
public record AveragedRetraining(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter(value = "how many cohorts count", unit = "cohorts", range = "[1, inf)") int cohorts,
    @Parameter(
            value = "weights of the cohorts, newest first, one for all or a list",
            byDefault = "1",
            range = "(-inf, inf)")
        Values weights,
    @Parameter(value = "how the mean is minimised", byDefault = "{}") Minimiser minimiser,
    @Parameter(
            value = "a new theta within this distance of the old one is not deployed",
            range = "[0, inf)",
            byDefault = "1e-9")
        double tolerance,
    Task task)
    implements Algorithm {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public AveragedRetraining {
    Check.atLeast("cohorts", cohorts, 1);
    Check.within("tolerance", tolerance, NOT_NEGATIVE);
    weights.within("weights", Range.FINITE);
    if (!weights.isOne()) {
      Check.sameSize("weights", weights.given().length, "cohorts", cohorts);
    }
    double sum = 0;
    for (double weight : weights.given()) {
      sum += weight;
      if (!(sum > 0)) {
        throw Check.invalid(
            "weights",
            weights.toString(),
            "sum to " + sum + " or less over the newest cohorts. Make every such sum positive");
      }
    }
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    double[] theta = start.in(problem, random);
    return new Averaging(this, problem, List.of(), problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /** The weights of the newest cohorts when there are so many; they sum to 1. */
  private Column share(int observed) {
    double[] given = weights.given();
    double[] shares = new double[observed];
    double sum = 0;
    for (int k = 0; k < observed; k++) {
      shares[k] = given[weights.isOne() ? 0 : k];
      sum += shares[k];
    }
    double total = sum;
    return Column.generate(observed, k -> shares[k] / total);
  }

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param past the cohorts that will still count, newest first
   * @param model to deploy
   */
  record Averaging(
      AveragedRetraining algorithm, Problem problem, List<Cohort> past, Parametric model)
      implements Learner {
    Averaging {
      past = List.copyOf(past);
    }

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      // without its date, so that a learner to whom the same happens again is the same
      List<Cohort> seen = new ArrayList<>(List.of(episode.last().inRound(0)));
      seen.addAll(past);
      List<SmoothFunction> risks = new ArrayList<>();
      seen.forEach(cohort -> risks.add(SmoothFunction.of(problem, cohort)));
      double[] next =
          algorithm.minimiser.minimiser(
              new WeightedSum(risks, algorithm.share(seen.size())),
              problem.domain(),
              model.theta());
      List<Cohort> counting = seen.subList(0, StrictMath.min(seen.size(), algorithm.cohorts - 1));
      return new Averaging(
          algorithm, problem, counting, Steps.kept(problem, model, next, algorithm.tolerance));
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
