package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.ScenarioException;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** A laboratory plays what a run without a screen plays. */
class LaboratoryTest {
  private static final Path SMALL_WORLD =
      Path.of(System.getProperty("basedir", ""), "scenarios/collective-risk/small-world.yaml");

  private static LoadedScenario sample() {
    return ScenarioReader.parse("sample", SampleScenario.TEXT, Path.of(""), List.of());
  }

  private static List<Round> played(Laboratory laboratory) {
    List<Round> rounds = new ArrayList<>();
    laboratory.add(
        new View() {
          @Override
          public void begin(LoadedScenario scenario, World first) {
            rounds.clear();
          }

          @Override
          public void show(Round round) {
            rounds.add(round);
          }
        });
    return rounds;
  }

  private static void playToTheEnd(Laboratory laboratory) {
    laboratory.start();
    while (laboratory.step()) {
      assertThat(laboratory.simulation().world().round()).isLessThan(1000);
    }
    laboratory.finish();
  }

  @Test
  void itsRoundsAreThoseOfPlainPlayWhateverSeedTheConsoleSets() {
    LoadedScenario scenario = ScenarioReader.read(SMALL_WORLD, List.of());
    Laboratory laboratory = new Laboratory(scenario);
    List<Round> rounds = played(laboratory);
    laboratory.state.setSeed(4711);
    playToTheEnd(laboratory);
    Dynamics dynamics = scenario.scenario().dynamics(0, new Workers(1));
    World world = scenario.world(0);
    assertThat(rounds).hasSize(scenario.scenario().rounds());
    for (Round round : rounds) {
      Round expected = dynamics.play(world);
      assertThat(round.response()).isEqualTo(expected.response());
      assertThat(round.outcomes()).isEqualTo(expected.outcomes());
      assertThat(round.after().sameState(expected.after())).isTrue();
      world = expected.after();
    }
  }

  @Test
  void itStopsAfterTheLastRoundAndStartsAgainFromTheFirst() {
    Laboratory laboratory = new Laboratory(sample());
    List<Round> rounds = played(laboratory);
    playToTheEnd(laboratory);
    assertThat(rounds).hasSize(12);
    Round last = rounds.get(11);
    playToTheEnd(laboratory);
    assertThat(rounds).hasSize(12);
    assertThat(rounds.get(11).after().sameState(last.after())).isTrue();
  }

  @Test
  void anEditIsACopyThatStartsAgain() {
    LoadedScenario original = sample();
    Laboratory laboratory = new Laboratory(original);
    List<Round> rounds = played(laboratory);
    laboratory.edit("population.size", "7");
    playToTheEnd(laboratory);
    assertThat(rounds.get(0).before().population().size()).isEqualTo(7);
    assertThat(original.scenario().size()).isEqualTo(4);
  }

  @Test
  void anInvalidEditChangesNothing() {
    Laboratory laboratory = new Laboratory(sample());
    LoadedScenario before = laboratory.scenario();
    World world = laboratory.simulation().world();
    assertThatThrownBy(() -> laboratory.edit("outcome.risk-of-loss", "1.4"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("outcome.risk-of-loss")
        .hasMessageContaining("[0, 1]");
    assertThatThrownBy(() -> laboratory.edit("learning.initial", "[0, 1]"))
        .isInstanceOf(ScenarioException.class);
    assertThat(laboratory.scenario()).isSameAs(before);
    assertThat(laboratory.simulation().world()).isSameAs(world);
  }
}
