package org.sibyl.metrics.performative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.Readings;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** Two rounds by hand: y = 1 + .3 theta, loss (theta - y)^2 / 2 + theta^2 / 2, from theta 0. */
class PerformativeMetricsTest {
  private static final String MEAN =
      """
      name: by-hand
      rounds: 3
      population: { size: 5, features: { type: constant } }
      network: { type: isolated }
      behavior: { type: unmoved }
      outcome: { type: linear, intercept: 1, response: 0.3, deviation: 0 }
      carryover: { type: reset }
      task: { loss: { type: squared }, regularization: 1 }
      learning: { type: repeated-risk-minimization }
      metrics:
        - performative-risk
        - decoupled-risk
        - learning-gain
        - steering-gain
        - stability-gap
        - theta-change
        - { type: excess-risk, above: 0.1 }
        - { type: theta-distance, from: 0.2 }
        - { type: theta, index: 0 }
        - { type: theta, index: 1 }
        - mixture-stability-gap
        - { type: classification-accuracy, cut-off: 0.4 }
      """;

  private static List<Map<String, Double>> measured(String text) {
    Scenario scenario = ScenarioReader.parse("by hand", text, Path.of(""), List.of()).scenario();
    Dynamics dynamics = scenario.dynamics(0, Workers.serial());
    World world = scenario.world(0);
    List<Map<String, Double>> rows = new ArrayList<>();
    for (int k = 0; k < scenario.rounds(); k++) {
      Round round = dynamics.play(world);
      Map<String, Double> row = new LinkedHashMap<>();
      for (Metric metric : scenario.metrics()) {
        double value = metric.measure(round);
        assertThat(Double.isNaN(value) || metric.range().contains(value)).isTrue();
        row.put(metric.name(), value);
      }
      rows.add(row);
      world = round.after();
    }
    return rows;
  }

  private static void holds(Map<String, Double> row, String name, double expected) {
    assertThat(row.get(name)).as(name).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theFirstRound() {
    Map<String, Double> row = measured(MEAN).get(0);
    holds(row, "performative-risk", 0.5);
    assertThat(row.get("decoupled-risk")).isNaN();
    assertThat(row.get("learning-gain")).isNaN();
    assertThat(row.get("steering-gain")).isNaN();
    assertThat(row.get("theta-change")).isNaN();
    holds(row, "stability-gap", 0.5); // retraining leads to 1/2
    holds(row, "excess-risk", 0.4);
    holds(row, "theta-distance", 0.2);
    holds(row, "theta-0", 0);
    assertThat(row.get("theta-1")).isNaN();
    assertThat(row.get("mixture-stability-gap")).isNaN();
    holds(row, "deployments", 1);
    holds(row, "samples", 5);
    holds(row, "oracle-calls", 0);
  }

  @Test
  void theSecondRound() {
    Map<String, Double> row = measured(MEAN).get(1); // theta 1/2, y 1.15
    holds(row, "performative-risk", 0.65 * 0.65 / 2 + 0.125);
    holds(row, "decoupled-risk", 0.25);
    holds(row, "learning-gain", 0.25);
    holds(row, "steering-gain", 0.25 - (0.65 * 0.65 / 2 + 0.125));
    holds(row, "stability-gap", 1.15 / 2 - 0.5);
    holds(row, "theta-change", 0.5);
    holds(row, "theta-distance", 0.3);
    holds(row, "deployments", 2);
    holds(row, "samples", 10);
  }

  /** Excess risks of .4, .236 and so on, each borne by five people; others are not summed. */
  @Test
  void regretIsTheSumOfExcessRisks() {
    String text =
        MEAN.replace(
            "  - mixture",
            "  - { type: regret, optimum: 0.1 }\n"
                + "  - { type: regret, optimum: 0.1, by: sample }\n  - mixture");
    Scenario scenario = ScenarioReader.parse("by hand", text, Path.of(""), List.of()).scenario();
    List<String> names = scenario.metrics().stream().map(Metric::name).toList();
    Readings readings = new Readings(scenario.metrics());
    Dynamics dynamics = scenario.dynamics(0, Workers.serial());
    World world = scenario.world(0);
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      Round round = dynamics.play(world);
      double[] values = readings.after(round);
      double risk = measured(MEAN).get(k).get("performative-risk");
      sum += risk - 0.1;
      assertThat(values[names.indexOf("regret")]).isCloseTo(sum, within(1e-12));
      assertThat(values[names.indexOf("regret-by-sample")]).isCloseTo(5 * sum, within(1e-12));
      assertThat(values[names.indexOf("performative-risk")]).isEqualTo(risk);
      world = round.after();
    }
    assertThat(sum).isCloseTo(0.4 + 0.23625 + 0.243815625, within(1e-9));
  }

  @Test
  void learningAndSteeringAddUpToWhatTheRiskFell() {
    List<Map<String, Double>> rows = measured(MEAN);
    for (int k = 1; k < rows.size(); k++) {
      double fell = rows.get(k - 1).get("performative-risk") - rows.get(k).get("performative-risk");
      assertThat(rows.get(k).get("learning-gain") + rows.get(k).get("steering-gain"))
          .isCloseTo(fell, within(1e-12));
    }
  }

  @Test
  void aModelThatStaysIsDeployedOnce() {
    String lazy = MEAN.replace("repeated-risk-minimization", "delayed-retraining, rounds: 3");
    List<Map<String, Double>> rows = measured(lazy);
    holds(rows.get(2), "deployments", 1);
    holds(rows.get(2), "samples", 15);
    holds(rows.get(2), "theta-change", 0);
  }

  @Test
  void oraclesAreCounted() {
    String simulator =
        MEAN.replace("repeated-risk-minimization", "reparametrised-descent, step: 0.1");
    List<Map<String, Double>> rows = measured(simulator);
    holds(rows.get(2), "oracle-calls", 3);
    String exact =
        MEAN.replace("repeated-risk-minimization", "grid-search, points: 7")
            .replace("regularization: 1", "domain: { type: box, low: -1, high: 1 }");
    Map<String, Double> row = measured(exact).get(0);
    holds(row, "oracle-calls", 7);
    holds(row, "samples", 5 + 7 * 5);
  }

  @Test
  void accuracyAndShiftOfPeople() {
    String moved =
        MEAN.replace("{ type: constant }", "{ type: coin }")
            .replace("size: 5", "size: 6")
            .replace("{ type: unmoved }", "{ type: strategic-features, sensitivity: 0.5 }")
            .replace(
                "type: linear, intercept: 1, response: 0.3, deviation: 0", "type: recorded-labels")
            .replace("repeated-risk-minimization", "repeated-risk-minimization, start: 1")
            .replace("  - mixture", "  - mean-shift\n  - mixture");
    Map<String, Double> row = measured(moved).get(0);
    holds(row, "mean-shift", 0.5); // theta 1
    // features 1 and -1 become .5 and -1.5; all labels are 1, and .5 only is above .4
    holds(row, "classification-accuracy", 0.5);
    holds(measured(moved.replace("0.4 }", "-2 }")).get(0), "classification-accuracy", 1);
  }
}
