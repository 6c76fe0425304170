package org.sibyl.experiment.reproduction.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.behavior.screening.WithinReach;
import org.sibyl.experiment.reproduction.riskcontrol.Trajectories.Trajectory;
import org.sibyl.learning.riskcontrol.Calibration;
import org.sibyl.learning.riskcontrol.ControlStatus;
import org.sibyl.learning.riskcontrol.Controls;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Workers;
import org.sibyl.population.Population;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** Trajectories on a sorted pool, held against individuals who respond, and among themselves. */
class TrajectoriesTest {
  private static final String SCENARIO =
      """
      name: screened
      seed: 20260602
      rounds: 30
      population: { size: 3000, features: { type: uniform-scores } }
      network: { type: isolated }
      behavior: { type: within-reach, reach: 0.2, clip: true }
      outcome: { type: recorded-labels }
      carryover: { type: reset }
      survey: { type: fresh-sample, observed: 600 }
      risk: { rule: { type: acceptance, smoothing: SMOOTHING }, level: 0.3 }
      learning: { type: performative-risk-control, tightness: 0.25, failure: 0.1,
                  risk-slope-bound: 1, width: { type: hoeffding } }
      metrics: [conservativeness, controlled-risk]
      """;

  /** Five worlds of agents each, to the bit. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "1e-4", "0.1"})
  void agentsAndPoolGoTheSameWay(String smoothing) {
    String text = SCENARIO.replace("SMOOTHING", smoothing);
    LoadedScenario loaded = ScenarioReader.parse("screened", text, Path.of("."), List.of());
    for (int replicate = 0; replicate < 5; replicate++) {
      Dynamics dynamics = loaded.scenario().dynamics(replicate, Workers.serial());
      World world = loaded.world(replicate);
      Calibration start = (Calibration) world.learner();
      Trajectories lean = trajectories(world, start.algorithm());
      List<Double> lambdas = new ArrayList<>(List.of(start.lambda()));
      while (((Calibration) world.learner()).status() == ControlStatus.MOVING) {
        Round round = dynamics.play(world);
        world = round.after();
        lambdas.add(((Calibration) world.learner()).lambda());
      }
      Trajectory trajectory = lean.play(Sampling.FRESH, dynamics.randomness());
      assertThat(trajectory.lambdas()).isEqualTo(lambdas).hasSizeGreaterThan(3);
      assertThat(trajectory.end().plan()).isEqualTo(((Calibration) world.learner()).plan());
    }
  }

  private static Trajectories trajectories(World world, PerformativeRiskControl control) {
    Population people = world.population();
    double[] labels = labels(world);
    double[] scores = people.features().column(0).toArray();
    Pool pool = Pool.of(scores, labels, new WithinReach(0.2, true));
    return new Trajectories(pool, Pool.Costs.alike(), control, 600);
  }

  private static double[] labels(World world) {
    return world.population().column(org.sibyl.population.Attribute.LABEL).toArray();
  }

  @Test
  void whatTheWaysOfSamplingMean() {
    Pool pool = pool();
    Randomness randomness = Randomness.of(20260603);
    assertThat(Sampling.FRESH.cohort(pool, 400, 1, randomness).cardinality()).isEqualTo(400);
    assertThat(Sampling.FRESH.cohort(pool, 400, 1, randomness))
        .isNotEqualTo(Sampling.FRESH.cohort(pool, 400, 2, randomness));
    assertThat(Sampling.FIXED.cohort(pool, 400, 1, randomness))
        .isEqualTo(Sampling.FIXED.cohort(pool, 400, 2, randomness));
    // 1000 (1 - 1/1000)^400 = 670.2 are never drawn, with a standard deviation below 10
    assertThat(Sampling.COMPLEMENT.cohort(pool, 400, 1, randomness).cardinality())
        .isBetween(610, 730);
    assertThat(Sampling.COMPLEMENT.cohort(pool, 400, 1, randomness))
        .isNotEqualTo(Sampling.COMPLEMENT.cohort(pool, 400, 2, randomness));
  }

  @Test
  void responsesKeepTheOrderOfScores() {
    for (double deployed = 0; deployed <= 1; deployed += 0.1) {
      double[] shown =
          pool().responded(pool().everyone(), deployed, 1, Pool.Costs.alike()).scores();
      double[] sorted = shown.clone();
      Arrays.sort(sorted);
      assertThat(shown).isEqualTo(sorted).hasSize(500);
    }
  }

  @Test
  void costsGoWithThePersonWhateverItsRank() {
    var sample = pool().responded(pool().everyone(), 1, 3, (person, round) -> person + round);
    // person i has score (7 i + 3) mod 1000 / 1000, so 0 is that of i = 571, which has label 1
    assertThat(sample.scores()[0]).isZero();
    assertThat(sample.labels()[0]).isEqualTo(574);
    assertThat(sample.people()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-4, 0.1})
  void theRiskOfADeploymentIsThatOfItsCurve(double smoothing) {
    Acceptance rule = new Acceptance(smoothing, 1);
    PerformativeRiskControl control =
        Controls.of(new RiskTarget(rule, new MeanRisk(), 0.3), 0.25, 0.5, new CentralLimit(), 1);
    Trajectories all = new Trajectories(pool(), Pool.Costs.alike(), control, 400);
    for (int k = 0; k <= 200; k++) {
      assertThat(pool().deployedRisk(rule, k / 200.0))
          .isCloseTo(all.risk(k / 200.0, 1), within(1e-12));
    }
  }

  @Test
  void aThousandTrajectoriesTakeSeconds() {
    PerformativeRiskControl control = Controls.sharp(0.3, 0.25, 0.5, new CentralLimit(), 1.2);
    Trajectories all = new Trajectories(pool(), Pool.Costs.alike(), control, 400);
    List<Trajectory> played =
        IntStream.range(0, 1000)
            .mapToObj(k -> all.play(Sampling.FRESH, Randomness.of(1).replicate(k)))
            .toList();
    assertThat(played).allMatch(t -> t.rounds() <= all.plan().orElseThrow().rounds());
    assertThat(played).allMatch(t -> t.end().status() == ControlStatus.DONE);
  }

  /** A thousand people in shuffled order, labels in turn. */
  private static Pool pool() {
    double[] scores = IntStream.range(0, 1000).mapToDouble(i -> (7 * i + 3) % 1000 / 1e3).toArray();
    double[] labels = IntStream.range(0, 1000).mapToDouble(i -> i % 2).toArray();
    return Pool.of(scores, labels, new WithinReach(0.2, true));
  }
}
