package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.network.Network;

class TrainingTrajectoryTest {
  @Test
  void probe() {
    JsonNode file = Shared.json("reference/games/train_trajectory_fixed_init.json");
    Network network = Given.network(20, file.path("parameters").path("edges"));
    long t = System.nanoTime();
    for (JsonNode run : file.path("batched_reimplementation_200_epochs_float64").path("runs")) {
      String name = run.path("loss_name").asText();
      SteeringAim aim = SteeringAim.valueOf(name.toUpperCase());
      Training first = Lessons.learner(LearnedPredictor.published(Mlp.published(), aim), network, Lessons.recorded(20));
      int n = 130;
      List<GameResult> all = Lessons.results(Lessons.dynamics(20), Lessons.world(network, first), n);
      System.out.println(name + " " + (System.nanoTime() - t) / 1e9);
      for (int k = 0; k < n; k++) {
        GameResult r = all.get(k);
        double d = r.loss() - run.path("loss").get(k).asDouble();
        double g = r.success() * 400 - run.path("groups").get(k).asDouble();
        double c = r.cooperation() * 400 - run.path("coops").get(k).asDouble();
        double a = r.accuracy() - run.path("accuracy").get(k).asDouble();
        if (k < 6 || k % 10 == 0 || Math.abs(g)+Math.abs(c) > 1e-6) System.out.printf("%d loss %g diff %g groups %g coops %g acc %g%n", k, r.loss(), d, g, c, a);
        if (Math.abs(g) + Math.abs(c) > 1e-6) break;
      }
    }
  }
}
