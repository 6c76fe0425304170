package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.metrics.RiskLandscape;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Workers;
import org.sibyl.population.Attribute;
import org.sibyl.prediction.BlockForecasts;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Simulation;
import org.sibyl.simulation.World;

/** The live landscape is that of the world as it is, and the run does not notice it. */
class RiskMapTest {
  private static LoadedScenario scenario(String name, String... set) {
    return ScenarioReader.read(Path.of("scenarios/collective-risk", name), List.of(set));
  }

  private static RiskLandscape awaited(RiskMap map, int points) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L; // only against hanging
    while (map.landscape().filter(made -> made.axis().length >= points).isEmpty()) {
      assertThat(System.nanoTime()).as("no landscape within a minute").isLessThan(end);
      Thread.sleep(10);
    }
    return map.landscape().orElseThrow();
  }

  @Test
  void itIsRefinedToTheLandscapeOfTheWorldAsItIs() throws InterruptedException {
    LoadedScenario scenario = scenario("karate.yaml");
    Dynamics dynamics = scenario.scenario().dynamics(0, Workers.serial());
    Simulation watched = new Simulation(dynamics, scenario.world(0));
    Simulation alone = new Simulation(dynamics, scenario.world(0));
    RiskMap map = new RiskMap();
    try {
      map.begin(scenario, watched.world());
      watched.observe(map::show);
      watched.start();
      alone.start();
      for (int round = 0; round < 4; round++) {
        assertThat(watched.playRound().outcomes()).isEqualTo(alone.playRound().outcomes());
      }
      World now = watched.world();
      assertThat(map.path())
          .hasSize(4)
          .endsWith(watched.lastRound().orElseThrow().deployment().predictions().mean());
      RiskLandscape expected =
          RiskLandscape.of(
              new DecoupledPerformativeRisk(
                  dynamics.distributionMap(now),
                  BlockForecasts.ofAll(now.population().size()),
                  SquaredLoss.plain(),
                  1),
              41);
      RiskLandscape made = awaited(map, 41);
      assertThat(made.risk()).isDeepEqualTo(expected.risk());
      assertThat(made.stable()).isEqualTo(expected.stable());
      map.settle();
      assertThat(map.plane().orElseThrow().first()).hasSize(21);
      assertThat(map.planePath()).hasSize(4);
      map.begin(scenario, scenario.world(0));
      assertThat(map.path()).isEmpty();
    } finally {
      map.close();
    }
  }

  /** A number that is none stops the landscape, and nobody waits for it for ever. */
  @Test
  @Timeout(60)
  void aWorldThatCannotBePlayedHasNone() {
    LoadedScenario scenario = scenario("karate.yaml");
    World sound = scenario.world(0);
    World broken =
        World.first(
            sound
                .population()
                .with(Attribute.TRUST, Column.constant(sound.population().size(), Double.NaN)),
            sound.network(),
            sound.learner());
    RiskMap map = new RiskMap();
    map.begin(scenario, broken);
    map.settle();
    assertThat(map.landscape()).isEmpty();
    map.begin(scenario, sound);
    map.settle();
    assertThat(map.landscape()).isPresent();
    map.close();
  }

  @Test
  void withoutForecastsOrATaskThereIsNone() {
    RiskMap ring = new RiskMap();
    ring.begin(scenario("karate.yaml"), scenario("karate.yaml").world(0));
    assertThat(ring.models().map(MappedModels::hasPlane)).contains(true);
    LoadedScenario even = scenario("karate.yaml", "network={type: ring}", "population.size=6");
    ring.begin(even, even.world(0)); // all have as many neighbors
    assertThat(ring.models().map(MappedModels::hasPlane)).contains(false);
    ring.close();
    RiskMap map = new RiskMap();
    map.begin(scenario("no-predictor.yaml"), scenario("no-predictor.yaml").world(0));
    assertThat(map.models()).isEmpty();
    assertThat(map.landscape()).isEqualTo(Optional.empty());
    map.close();
  }
}
