package org.sibyl.metrics.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.neural.Trained;
import org.sibyl.metrics.Accuracy;
import org.sibyl.metrics.Cooperation;
import org.sibyl.metrics.GroupSuccess;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.Readings;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.Scenario;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** Curves by games, from rounds: three games of four rounds. */
class GameMetricsTest {
  private static final List<Metric> OF_GAMES =
      List.of(new GameSuccess(), new GameCooperation(), new GameAccuracy());
  private static final List<Metric> OF_ROUNDS =
      List.of(new GroupSuccess(), new Cooperation(), new Accuracy());

  private static List<Round> rounds() {
    Scenario scenario =
        SampleScenario.read(
            java.nio.file.Path.of("."),
            "episode-length=4",
            "trust={type: bayesian}",
            "network={type: barabasi-albert}",
            "population.size=12",
            "learning={type: learned-predictor, architecture: {type: mlp, embedding: 3, hidden: 8},"
                + " learning-rate: 0.05}");
    Dynamics dynamics = scenario.dynamics(0, Workers.serial());
    List<Round> rounds = new ArrayList<>();
    World world = scenario.world(0);
    for (int k = 0; k < 12; k++) {
      rounds.add(dynamics.play(world));
      world = rounds.get(k).after();
    }
    return rounds;
  }

  /** Nothing before a game has ended; then its mean until the next one has. */
  @Test
  void aGameIsReadWhenItHasEnded() {
    List<Round> rounds = rounds();
    Readings readings = new Readings(OF_GAMES);
    for (int k = 0; k < 12; k++) {
      double[] read = readings.after(rounds.get(k));
      int ended = (k + 1) / 4;
      for (int m = 0; m < read.length; m++) {
        if (ended == 0) {
          assertThat(read[m]).isNaN();
        } else {
          Metric metric = OF_ROUNDS.get(m);
          double mean =
              rounds.subList(4 * ended - 4, 4 * ended).stream()
                  .mapToDouble(metric::measure)
                  .average()
                  .orElseThrow();
          assertThat(read[m]).isCloseTo(mean, within(1e-12));
        }
      }
    }
    assertThat(rounds.get(0).response().actions()).isNotEqualTo(rounds.get(3).response().actions());
  }

  @Test
  void gamesAreCounted() {
    Readings readings = new Readings(List.of(new Games()));
    for (Round round : rounds()) {
      assertThat(readings.after(round)[0]).isEqualTo(round.number() / 4);
    }
  }

  @Test
  void theLossIsThatOfTheLastGame() {
    List<Round> rounds = rounds();
    for (Round round : rounds) {
      double loss = new TrainingLoss().measure(round);
      assertThat((Double) loss).isEqualTo((Double) ((Trained) round.after().learner()).lastLoss());
      assertThat(Double.isNaN(loss)).isEqualTo(round.number() < 4);
    }
    assertThat(new TrainingLoss().measure(rounds.get(4)))
        .isNotEqualTo(new TrainingLoss().measure(rounds.get(8)));
  }
}
