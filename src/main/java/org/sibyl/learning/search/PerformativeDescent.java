package org.sibyl.learning.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.descent.StepSize;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * PerfGD, performative gradient descent (Izzo, Ying and Zou 2021, How to learn when data reacts to
 * your model, ICML 38, algorithm 1; arXiv 2102.07698), for data that is Gaussian with a known
 * deviation around a mean f(theta) of unknown form.
 *
 * <p>The gradient of the performative risk has two parts. The first is that of the loss in theta.
 * The second, by the score of the Gaussian law, is (df/dtheta) transposed times the mean of (loss -
 * mean loss)(z - f) / deviation^2; subtracting the mean loss saves variance where f is known, and
 * is the same as subtracting f where f is the cohort's own mean, as here. The derivative df/dtheta
 * comes from finite differences of the means over the last deployments: differences of means times
 * the pseudo-inverse of differences of thetas, singular values of at most 1e-6 of the largest cut.
 * In directions that the last deployments did not explore it keeps what it knew (a secant update;
 * the paper takes 0 there, which loses the derivative for good when the iterates stand still).
 * While there are fewer deployments it makes steps of repeated gradient descent, with normal
 * exploration noise so that the differences span all directions.
 *
 * <p>A mixture whose components are known, as that of the paper's section 5, is outcomes of groups
 * that features tell apart: their coefficients are the components' means, each with its own
 * deviation.
 *
 * <p>With bounded second and third derivatives it comes to a neighborhood of the optimum whose size
 * falls with the step and the sampling error of the means.
 *
 * @param start the parameters of round 1
 * @param step how far a step goes
 * @param memory H: over how many past deployments differences are taken, at least 1
 * @param statistic what moves with theta
 * @param deviation of everyone's value around its mean, above 0; one for all coordinates, or one
 *     each. Of coefficients it is that of the outcomes; coefficients on features that tell groups
 *     apart (one-hot) are the groups' means, and may have a deviation each
 * @param exploration deviation of the noise added to each of the first steps, at least 0
 * @param clip the second part of the gradient is at most so long, above 0
 * @param task what is minimised; handed over
 */
@About(
    value = "PerfGD: descends the performative risk of a Gaussian family, its mean by differences",
    source = "Izzo et al. 2021, algorithm 1",
    draws = Draw.LEARNER)
public record PerformativeDescent(
    @Parameter(value = "the parameters of round 1", byDefault = "0") InitialParameters start,
    @Parameter("how far a step goes, per unit of gradient") StepSize step,
    @Parameter(
            value = "over how many past deployments differences are taken",
            unit = "deployments",
            range = "[1, inf)")
        int memory,
    @Parameter(value = "what moves with theta", byDefault = "features") Statistic statistic,
    @Parameter(
            value = "known deviation of people around the mean, one for all or a list",
            range = "(0, inf)")
        Values deviation,
    @Parameter(
            value = "deviation of the noise added to each of the first steps",
            range = "[0, inf)",
            byDefault = "0")
        double exploration,
    @Parameter(
            value = "the part of the gradient that is due to the shift is at most so long",
            range = "(0, inf)",
            byDefault = "1e6")
        double clip,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");
  private static final double CUT = 1e-6;
  private static final double LEAST_MOVE = 1e-6; // below it, differences of means are rounding

  public PerformativeDescent {
    Check.atLeast("memory", memory, 1);
    deviation.within("deviation", POSITIVE);
    Check.within("exploration", exploration, NOT_NEGATIVE);
    Check.within("clip", clip, POSITIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    int features = beginning.features().columns();
    Problem problem = task.on(features);
    double[] theta = start.in(problem, random);
    int means = statistic.size(features);
    deviation.column("deviation", means); // as many as there are means
    return new Descending(
        this,
        problem,
        List.of(),
        Matrix.of(means, theta.length, new double[means * theta.length]),
        problem.model(theta));
  }

  /**
   * A deployment and the mean it led to.
   *
   * @param theta deployed
   * @param mean of the statistic
   */
  record Answer(Column theta, Column mean) {}

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param past the last deployments, oldest first
   * @param derivative of the mean in theta, as far as it is known: means x parameters
   * @param model to deploy
   */
  public record Descending(
      PerformativeDescent algorithm,
      Problem problem,
      List<Answer> past,
      Matrix derivative,
      Parametric model)
      implements Learner {
    public Descending {
      past = List.copyOf(past);
    }

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (Steps.isSilent(episode.last())) {
        return this;
      }
      episode.access().family();
      Cohort cohort = Statistic.seen(episode.last());
      double[] theta = model.theta();
      double[] mean = algorithm.statistic.estimate(cohort);
      List<Answer> known = new ArrayList<>(past);
      Answer now = new Answer(Column.of(theta), Column.of(mean));
      Matrix slopes = past.isEmpty() ? derivative : revised(now);
      boolean explores = past.size() < algorithm.memory;
      double[] gradient = problem.gradient(theta, cohort);
      if (!explores) {
        gradient = Vectors.plus(gradient, 1, ofShift(theta, mean, slopes, cohort));
      }
      double[] next = Steps.down(problem, theta, algorithm.step.on(problem, cohort), gradient);
      if (explores) {
        double[] noise = Directions.normal(theta.length, random);
        next = Steps.down(problem, next, -algorithm.exploration, noise);
      }
      known.add(now);
      List<Answer> kept = explores ? known : known.subList(1, known.size());
      return new Descending(algorithm, problem, kept, slopes, problem.model(next));
    }

    /** The derivative that explains the differences to the past, and else is as it was. */
    private Matrix revised(Answer now) {
      int parameters = derivative.columns();
      int means = derivative.rows();
      DMatrixRMaj moves = new DMatrixRMaj(parameters, past.size());
      DMatrixRMaj unexplained = new DMatrixRMaj(means, past.size());
      for (int h = 0; h < past.size(); h++) {
        Answer then = past.get(h);
        double[] move = Vectors.plus(then.theta.toArray(), -1, now.theta.toArray());
        double[] change = Vectors.plus(then.mean.toArray(), -1, now.mean.toArray());
        double[] rest = Vectors.plus(change, -1, derivative.times(move).toArray());
        for (int k = 0; k < parameters; k++) {
          moves.set(k, h, move[k]);
        }
        for (int k = 0; k < means; k++) {
          unexplained.set(k, h, rest[k]);
        }
      }
      DMatrixRMaj sum = DMatrixRMaj.wrap(means, parameters, derivative.toArray());
      double least = LEAST_MOVE * StrictMath.max(1, Vectors.norm(now.theta.toArray()));
      CommonOps_DDRM.multAdd(unexplained, PseudoInverse.of(moves, CUT, least), sum);
      return Matrix.of(means, parameters, sum.data);
    }

    /** The second part of the gradient: by the score of the Gaussian law. */
    private double[] ofShift(double[] theta, double[] mean, Matrix slopes, Cohort cohort) {
      double[] score = score(problem.predictions(theta, cohort), mean, cohort);
      double[] gradient = new double[theta.length];
      slopes.addTransposedTimes(Column.of(score), gradient);
      return Vectors.clipped(algorithm.clip, gradient);
    }

    /** The gradient of the expected loss in the mean of the data. */
    private double[] score(Column predictions, double[] mean, Cohort cohort) {
      int people = cohort.size();
      double average = problem.meanLoss(predictions, cohort);
      Column above =
          Column.generate(
              people,
              i ->
                  (problem.loss().value(predictions.get(i), cohort.outcomes().get(i)) - average)
                      / people);
      double[] sums = new double[mean.length];
      algorithm.statistic.deviations(cohort, mean).addTransposedTimes(above, sums);
      Column deviations = algorithm.deviation.column("deviation", sums.length);
      for (int k = 0; k < sums.length; k++) {
        sums[k] /= deviations.get(k) * deviations.get(k);
      }
      return sums;
    }

    @Override
    public Feedback feedback() {
      return Feedback.FAMILY;
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
