package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.network.Network;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Workers;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Silence;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Play;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;

/** How retraining runs end, section 7.2 of the specification of the games. */
class RecurrenceTest {
  @Test
  void recordedEndings() {
    for (JsonNode run : Shared.json("reference/games/rrm_cases.json").get("cases")) {
      int tail = run.get("first_index_on_cycle").asInt();
      int length = run.get("cycle_length").asInt();
      Ending ending = ending(run);
      if (length == 1) {
        assertThat(ending)
            .as(run.get("label").asText())
            .isEqualTo(Ending.stable(Math.max(2, tail + 1)));
      } else {
        // the world before round 1 has no action yet, so no later one is equal to it
        int before = Math.max(1, tail);
        assertThat(ending)
            .as(run.get("label").asText())
            .isEqualTo(Ending.cycle(before + length, length));
        assertThat(ending.prePeriod()).isEqualTo(before);
        assertThat(ending.cycleLength()).isEqualTo(length);
      }
    }
  }

  private static Ending ending(JsonNode run) {
    Network network = Given.network(run.get("n").asInt(), run.get("edges"));
    return end(
            Play.dynamics(Given.game(0.4, 0.2, run.get("T").asText())),
            Play.retraining(network, run.get("initial").asText()),
            200)
        .orElseThrow();
  }

  @Test
  void whatNeverRepeatsIsNoRecurrenceThoughAllDigestsCollide() {
    assertThat(end(stateless(), worldOf(new Lasso(0, 1000, 1)), 50)).isEmpty();
  }

  @Test
  void cyclesAreFoundAmongWorldsWhoseDigestsCollide() {
    assertThat(end(stateless(), worldOf(new Lasso(0, 0, 5)), 50)).contains(Ending.cycle(5, 5));
    assertThat(end(stateless(), worldOf(new Lasso(0, 7, 3)), 50)).contains(Ending.cycle(10, 3));
    assertThat(end(stateless(), worldOf(new Lasso(0, 1, 2)), 50)).contains(Ending.cycle(3, 2));
  }

  @Test
  void aWorldThatStandsStillIsStable() {
    assertThat(end(stateless(), worldOf(new Lasso(0, 3, 1)), 50)).contains(Ending.stable(4));
  }

  /**
   * A learner that counts to the end of its tail and then round its cycle, with the worst possible
   * hash.
   */
  private record Lasso(int state, int tail, int cycle) implements Learner {
    @Override
    public Model model() {
      return new Silence();
    }

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      int next = state + 1;
      return new Lasso(next == tail + cycle ? tail : next, tail, cycle);
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Lasso lasso && lasso.state == state;
    }
  }

  private static Dynamics stateless() {
    var game = Given.game(0.4, 0.2, "0.5");
    return new Dynamics(
        (individual, situation, own) -> own.act(1),
        game,
        new FixedTrust(),
        new ResetToBase(),
        new WholePopulation(),
        1,
        Randomness.of(1),
        Workers.serial());
  }

  private static World worldOf(Learner learner) {
    return World.first(Given.people(3, 0.8, 0.5), Given.path(3), learner);
  }

  private static Optional<Ending> end(Dynamics dynamics, World first, int rounds) {
    Recurrence recurrence = new Recurrence(dynamics, first);
    World world = first;
    for (int k = 0; k < rounds; k++) {
      Round round = dynamics.play(world);
      Optional<Ending> ending = recurrence.after(round);
      if (ending.isPresent()) {
        return ending;
      }
      world = round.after();
    }
    return Optional.empty();
  }
}
