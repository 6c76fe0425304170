package org.sibyl.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.HypothesisClass;
import org.sibyl.prediction.Loss;

/**
 * The decoupled performative risk DPR(deployed, evaluated): the mean loss of one model on the data
 * that another induces (Perdomo et al. 2020, section 3.2). On the diagonal it is the performative
 * risk. All models meet the same noise, so differences are sharp.
 *
 * @param map the data that a model induces
 * @param hypotheses the models
 * @param loss of a prediction; individuals without a label or a prediction do not count
 * @param penalty added to the mean loss of the evaluated parameters, as a task's regularization
 * @param samples drawn from the data of each deployed model, at least 1
 */
public record DecoupledPerformativeRisk(
    DistributionMap map,
    HypothesisClass hypotheses,
    Loss loss,
    ToDoubleFunction<double[]> penalty,
    int samples) {

  public DecoupledPerformativeRisk {
    Check.atLeast("samples", samples, 1);
  }

  /** The risk without a penalty. */
  public DecoupledPerformativeRisk(
      DistributionMap map, HypothesisClass hypotheses, Loss loss, int samples) {
    this(map, hypotheses, loss, theta -> 0, samples);
  }

  /**
   * The risks of several models where one is deployed.
   *
   * @param deployed parameters of the deployed model
   * @param evaluated parameters of each evaluated model
   * @return one risk each; NaN where nothing counts
   */
  public double[] of(double[] deployed, double[][] evaluated) {
    double[] risks = new double[evaluated.length];
    for (int sample = 0; sample < samples; sample++) {
      Cohort cohort = map.sample(hypotheses.model(deployed), sample);
      for (int k = 0; k < evaluated.length; k++) {
        risks[k] += risk(evaluated[k], cohort) / samples;
      }
    }
    return risks;
  }

  /** The performative risk of a model: of deploying it and being judged by what comes. */
  public double performative(double... theta) {
    return of(theta, new double[][] {theta})[0];
  }

  private double risk(double[] theta, Cohort cohort) {
    // a stream of no run's: it evaluates, and must not repeat what the deployed model drew
    UniformRandomProvider random = Randomness.of(cohort.round()).at(Draw.DEPLOYMENT, 0);
    Column predictions = hypotheses.model(theta).predict(cohort.features(), random);
    double[] losses = new double[cohort.size()];
    int counted = 0;
    for (int i = 0; i < losses.length; i++) {
      double value = loss.value(predictions.get(i), cohort.outcomes().get(i));
      if (!Double.isNaN(value)) {
        losses[counted++] = value;
      }
    }
    return Column.owning(Arrays.copyOf(losses, counted)).mean() + penalty.applyAsDouble(theta);
  }
}
