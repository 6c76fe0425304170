package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sibyl.metrics.RiskLandscape;
import org.sibyl.metrics.RiskPlane;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Workers;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.simulation.Simulation;
import org.sibyl.simulation.World;

/** Models of one and of two parameters have a map, judged as their task judges them. */
@Timeout(120)
class ThetaMapTest {
  private final List<double[]> deployed = new ArrayList<>();
  private final RiskMap map = new RiskMap();

  private static LoadedScenario scenario(String... more) {
    List<String> set = new ArrayList<>(List.of("population.size=200"));
    set.addAll(List.of(more));
    return ScenarioReader.read(Path.of("scenarios/performative/regression-rrm.yaml"), set);
  }

  /** Plays rounds under the map's eyes and waits for it; the world that comes of it. */
  private World watched(LoadedScenario scenario, int rounds) {
    Simulation simulation =
        new Simulation(scenario.scenario().dynamics(0, Workers.serial()), scenario.world(0));
    map.begin(scenario, simulation.world());
    simulation.observe(map::show);
    simulation.start();
    for (int round = 0; round < rounds; round++) {
      deployed.add(((Parametric) simulation.playRound().deployment().model()).theta());
    }
    map.settle();
    map.close();
    return simulation.world();
  }

  /** Regularised risk of one theta on what another induces, computed by the task itself. */
  private static double risk(
      LoadedScenario scenario, World world, double[] induces, double... evaluated) {
    Problem problem = problem(scenario, induces.length);
    DistributionMap map = scenario.scenario().dynamics(0, Workers.serial()).distributionMap(world);
    Cohort cohort = map.sample(problem.model(induces), 0);
    return problem.value(evaluated, cohort);
  }

  private static Problem problem(LoadedScenario scenario, int parameters) {
    return scenario.scenario().task().orElseThrow().on(parameters);
  }

  @Test
  void oneParameterHasTheDecoupledLandscape() {
    LoadedScenario scenario = scenario();
    World world = watched(scenario, 5);
    RiskLandscape made = map.landscape().orElseThrow();
    assertThat(made.axis()).hasSize(41).startsWith(-10).endsWith(10); // the domain
    for (int row : new int[] {0, 13, 40}) {
      for (int column : new int[] {0, 13, 29}) {
        double[] induces = {made.axis()[row]};
        assertThat(made.risk()[row][column])
            .isCloseTo(risk(scenario, world, induces, made.axis()[column]), within(1e-9));
      }
    }
    // closed form 7.727 and -.837; 200 noises of deviation 2 move the slope by a few hundredths
    assertThat(made.stable()).first().satisfies(at -> assertThat(at).isBetween(7.0, 8.5));
    assertThat(made.optimal()).isBetween(-1.5, -0.5);
    assertThat(map.plane()).isEmpty();
    assertThat(map.path()).isEqualTo(deployed.stream().map(theta -> theta[0]).toList());
    MappedModels models = map.models().orElseThrow();
    assertThat(models.lineAxes()).contains("theta");
  }

  @Test
  void twoParametersHaveAPlane() {
    LoadedScenario scenario = scenario("population.features.bias=true");
    World world = watched(scenario, 3);
    RiskPlane made = map.plane().orElseThrow();
    assertThat(made.first()).hasSize(21).startsWith(-10).endsWith(10);
    for (int k : new int[] {0, 8, 20}) {
      double[] theta = {made.first()[k], made.second()[20 - k]};
      assertThat(made.risk()[k][20 - k])
          .isCloseTo(risk(scenario, world, theta, theta), within(1e-9));
    }
    assertThat(map.landscape()).isEmpty();
    assertThat(map.path()).isEmpty();
    assertThat(map.planePath()).usingRecursiveComparison().isEqualTo(deployed);
    assertThat(deployed.get(2)).hasSize(2);
  }

  @Test
  void threeParametersOrManyPeopleHaveNone() {
    watched(scenario("population.features.dimension=3"), 1);
    assertThat(map.models()).isEmpty();
    LoadedScenario many = scenario("population.size=5001");
    assertThat(MappedModels.of(many.world(0), many.scenario().task(), List.of())).isEmpty();
  }

  @Test
  void withoutBoundsTheWindowHoldsWhatWasDeployed() {
    Task task = new Task(new LinearModels(0), SquaredLoss.plain(), 0, true, new Everywhere());
    List<double[]> seen = List.of(new double[] {-2}, new double[] {4});
    assertThat(MappedThetas.of(task.on(1), seen, 6).window())
        .containsExactly(Range.parse("[-6, 10]")); // half of the width of 8 on each side
    assertThat(MappedThetas.of(task.on(1), List.of(), 0.5).window())
        .containsExactly(Range.parse("[-1, 1.5]")); // at least 1 on each side
    assertThat(MappedThetas.of(task.on(2), List.of(), 4, -6).window())
        .containsExactly(Range.parse("[-2, 6]"), Range.parse("[-9, 3]"));
  }
}
