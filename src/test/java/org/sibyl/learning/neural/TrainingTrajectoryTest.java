package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.network.Network;

/**
 * Training from stated weights against the published code's trajectories, game by game. The
 * published numbers are in double precision; ours are those of a network in single precision, and
 * forecasts are kept 1e-7 away from 0 and 1.
 */
class TrainingTrajectoryTest {
  private static JsonNode file() {
    return Shared.json("reference/games/train_trajectory_fixed_init.json");
  }

  static Stream<JsonNode> runs() {
    return StreamSupport.stream(file().path("runs").spliterator(), false);
  }

  private static List<GameResult> play(String loss, int games) {
    Network network = Given.network(20, file().path("parameters").path("edges"));
    SteeringAim aim = SteeringAim.valueOf(loss.toUpperCase(Locale.ROOT));
    LearnedPredictor plan = LearnedPredictor.published(Mlp.published(), aim);
    Training first = Lessons.learner(plan, network, Lessons.recorded(20));
    return Lessons.results(Lessons.dynamics(20), Lessons.world(network, first), games);
  }

  /**
   * Every count is the published one: actions are steps, and none was near its boundary. Losses may
   * differ by what the published code itself loses to single precision in these 25 games, where its
   * sums are single too, which ours are not; and by what 1e-7 does to the logarithm of a forecast
   * that comes true with probability above 1/2, 2e-7 at most, in each of 20 rounds.
   */
  @ParameterizedTest
  @MethodSource("runs")
  void gamesAreThePublishedOnes(JsonNode run) {
    assertThat(run.path("first_epoch_where_float32_counts_differ").isNull()).isTrue();
    JsonNode games = run.path("float64");
    List<GameResult> results = play(run.path("loss_name").asText(), games.size());
    double drift = 20 * 2e-7;
    for (int k = 0; k < games.size(); k++) {
      double single = run.path("float32_loss").get(k).asDouble();
      drift = Math.max(drift, 20 * 2e-7 + Math.abs(single - games.get(k).path("loss").asDouble()));
    }
    for (int k = 0; k < games.size(); k++) {
      JsonNode game = games.get(k);
      GameResult result = results.get(k);
      assertThat(result.loss()).isCloseTo(game.path("loss").asDouble(), within(drift));
      assertThat(Math.round(400 * result.success())).isEqualTo(game.path("groups").asLong());
      assertThat(Math.round(400 * result.cooperation())).isEqualTo(game.path("coops").asLong());
      assertThat(result.accuracy()).isCloseTo(game.path("accuracy").asDouble(), within(1e-6));
    }
  }

  /**
   * The weight of the loss of groups, found again from the loss that is their weighted sum. The
   * published one comes from inner products in single precision, and is off by about 7e-5.
   */
  @Test
  void weightsOfTwoLossesAreThePublishedOnes() {
    JsonNode games = file().path("multitask_float32").path("epochs");
    List<GameResult> results = play("multitask", games.size());
    for (int k = 0; k < games.size(); k++) {
      JsonNode game = games.get(k);
      double group = game.path("group_loss").asDouble();
      double accuracy = game.path("accuracy_loss").asDouble();
      assertThat((results.get(k).loss() - accuracy) / (group - accuracy))
          .isCloseTo(game.path("scalar_weight_on_group").asDouble(), within(1e-3));
      assertThat(Math.round(400 * results.get(k).success()))
          .isEqualTo(game.path("groups").asLong());
      assertThat(Math.round(400 * results.get(k).cooperation()))
          .isEqualTo(game.path("coops").asLong());
    }
  }
}
