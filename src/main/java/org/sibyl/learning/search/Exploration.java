package org.sibyl.learning.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;

/**
 * A learner that first deploys random parameters, then fits a model of how the data moves and
 * deploys the minimiser of the risk under it for ever.
 *
 * @param plan what it does
 * @param problem what is minimised
 * @param thetas deployed and answered so far
 * @param answers what they induced, without people who are not labelled
 * @param model to deploy
 */
public record Exploration(
    Plan plan, Problem problem, List<Column> thetas, List<Cohort> answers, Parametric model)
    implements Learner {

  /**
   * What to do.
   *
   * @param center around which parameters are drawn, and from which the minimum is sought
   * @param deviation of each parameter from it
   * @param explorations how many are deployed
   * @param statistic what moves with theta
   * @param degree of the model of its mean: 1 or 2
   * @param minimiser of the risk under it
   */
  record Plan(
      Column center,
      double deviation,
      int explorations,
      Statistic statistic,
      int degree,
      Minimiser minimiser) {}

  public Exploration {
    thetas = List.copyOf(thetas);
    answers = List.copyOf(answers);
  }

  /** The learner of round 1. */
  static Exploration first(Plan plan, Problem problem, UniformRandomProvider random) {
    return new Exploration(plan, problem, List.of(), List.of(), drawn(plan, problem, random));
  }

  private static Parametric drawn(Plan plan, Problem problem, UniformRandomProvider random) {
    double[] normal = Directions.normal(problem.dimension(), random);
    double[] theta = Vectors.plus(plan.center.toArray(), plan.deviation, normal);
    return problem.model(problem.domain().project(theta));
  }

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    if (Steps.isSilent(episode.last())) {
      return this;
    }
    List<Column> deployed = new ArrayList<>(thetas);
    List<Cohort> seen = new ArrayList<>(answers);
    deployed.add(Column.of(model.theta()));
    seen.add(Statistic.seen(episode.last()));
    Exploration wiser =
        new Exploration(plan, problem, deployed, seen, drawn(plan, problem, random));
    return deployed.size() < plan.explorations ? wiser : new Unchanging(wiser.best());
  }

  /** The fitted model of the mean. */
  MeanModel fitted() {
    List<double[]> means = answers.stream().map(plan.statistic::estimate).toList();
    return MeanModel.fit(plan.degree, thetas, means);
  }

  /** How one parameter moves the mean of one entry of the statistic, as fitted so far. */
  public double slope(int parameter, int entry) {
    return fitted().coefficients().get(1 + parameter, entry);
  }

  private Parametric best() {
    MeanModel fitted = fitted();
    List<Cohort> residuals = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      double[] explained = fitted.at(thetas.get(i).toArray());
      double[] back = Vectors.plus(new double[explained.length], -1, explained);
      residuals.add(plan.statistic.moved(answers.get(i), back));
    }
    PlugInRisk risk = new PlugInRisk(problem, plan.statistic, fitted, Statistic.pool(residuals));
    double[] start = plan.center.toArray();
    return problem.model(plan.minimiser.minimise(risk, problem.domain(), start).theta());
  }

  @Override
  public Progress progress() {
    return Progress.LEARNING;
  }
}
