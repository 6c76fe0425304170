package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Forecast;

/**
 * Repeated risk minimization over forecasts with one free number per individual: each time deploy
 * the minimiser of the risk on the data just observed (Perdomo et al. 2020, section 3; for
 * collective risk Góis et al. 2025, section 3). For any proper loss that minimiser is each
 * individual's mean outcome; after one round it copies the action. Individuals who were not
 * observed keep their forecast.
 *
 * @param initial the forecast of round 1
 */
@About(
    value = "deploys what would have been the best forecast for the outcomes just observed",
    source = "Perdomo et al. 2020, section 3; Góis et al. 2025, section 3")
public record RepeatedRiskMinimization(
    @Parameter("the forecast of round 1: a number, a list, or a random law")
        InitialForecast initial)
    implements Algorithm {

  @Override
  public Learner start(Network network, UniformRandomProvider random) {
    return new Retrained(new Forecast(initial.draw(network.size(), random)));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /**
   * The learner: its forecast is all its state.
   *
   * @param model the forecast to deploy
   */
  record Retrained(Forecast model) implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      double[] sums = new double[model.probabilities().size()];
      int[] counts = new int[sums.length];
      for (Cohort cohort : episode.rounds()) {
        for (int k = 0; k < cohort.size(); k++) {
          if (!Double.isNaN(cohort.outcomes().get(k))) {
            sums[cohort.individuals()[k]] += cohort.outcomes().get(k);
            counts[cohort.individuals()[k]]++;
          }
        }
      }
      return new Retrained(
          new Forecast(
              Column.generate(
                  sums.length,
                  i -> counts[i] == 0 ? model.probabilities().get(i) : sums[i] / counts[i])));
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }
}
