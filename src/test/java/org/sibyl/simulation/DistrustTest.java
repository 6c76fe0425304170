package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.FixedForecast;
import org.sibyl.learning.NoPredictor;
import org.sibyl.learning.RandomBinary;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.network.Network;
import org.sibyl.numeric.Values;

/** Without a Predictor, or without trust in one: figure 5, section 8 of the specification. */
class DistrustTest {
  private static final Dynamics DYNAMICS = Play.dynamics(Given.game(0.6, 0.1, "0.5"));

  @Test
  void recordedCompleteGraphs() {
    JsonNode recorded = recorded();
    double[] alphas = Given.numbers(recorded.get("alpha"));
    for (int row = 0; row < recorded.get("n").size(); row++) {
      int size = recorded.get("n").get(row).asInt();
      for (int column = 0; column < alphas.length; column++) {
        int success = recorded.get("complete").get(row).get(column).asInt();
        assertThat(successes(Given.complete(size), alphas[column]))
            .as("n = %d, alpha = %s", size, alphas[column])
            .isEqualTo(success * size);
      }
    }
  }

  @Test
  void recordedEdgesOfTheWedge() {
    JsonNode intervals = recorded().get("complete_alpha_interval_exact");
    assertThat(intervals).hasSize(23);
    for (int size = 3; size <= 25; size++) {
      JsonNode interval = intervals.get(Integer.toString(size));
      Network network = Given.complete(size);
      if (interval.isNull()) {
        double peak =
            (StrictMath.ceil(size / 2.0) - 1) / (size - 1); // where pivotality is likeliest
        assertThat(successes(network, peak)).as("n = " + size).isZero();
        continue;
      }
      double low = interval.get(0).asDouble();
      double high = interval.get(1).asDouble();
      assertThat(successes(network, low - 1e-9)).as("n = " + size).isZero();
      assertThat(successes(network, low + 1e-9)).as("n = " + size).isEqualTo(size);
      assertThat(successes(network, high - 1e-9)).as("n = " + size).isEqualTo(size);
      assertThat(successes(network, high + 1e-9)).as("n = " + size).isZero();
    }
  }

  @Test
  void recordedScaleFreeGraphs() {
    JsonNode recorded = recorded();
    double[] alphas = Given.numbers(recorded.get("alpha"));
    for (int row = 0; row < recorded.get("n").size(); row++) {
      int size = recorded.get("n").get(row).asInt();
      for (int seed = 0; seed < 5; seed++) {
        Network network =
            Given.network(size, recorded.get("scale_free_edges").get("n" + size + "_seed" + seed));
        for (int column = 0; column < alphas.length; column++) {
          assertThat(successes(network, alphas[column]))
              .as("n = %d, seed = %d, alpha = %s", size, seed, alphas[column])
              .isEqualTo(
                  recorded
                      .get("scale_free_successful_groups_per_seed")
                      .get(row)
                      .get(seed)
                      .get(column)
                      .asInt());
        }
      }
    }
  }

  /** Successful groups; the same without a Predictor and with one that nobody trusts. */
  private static int successes(Network network, double alpha) {
    Round alone = round(network, alpha, 0.5, new NoPredictor());
    for (Algorithm ignored :
        new Algorithm[] {
          new FixedForecast(Values.all(0.5)),
          new FixedForecast(Values.all(1)),
          new RepeatedRiskMinimization(RandomBinary.uniform())
        }) {
      assertThat(round(network, alpha, 0, ignored).response()).isEqualTo(alone.response());
    }
    return Play.successes(alone);
  }

  private static Round round(Network network, double alpha, double trust, Algorithm predictor) {
    return DYNAMICS.play(
        Play.world(network, Given.people(network.size(), alpha, trust), predictor));
  }

  private static JsonNode recorded() {
    return Shared.json("reference/games/heatmap_tau0.json");
  }
}
