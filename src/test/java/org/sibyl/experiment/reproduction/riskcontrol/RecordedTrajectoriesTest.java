package org.sibyl.experiment.reproduction.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.behavior.screening.WithinReach;
import org.sibyl.learning.riskcontrol.Controls;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.Plan;
import org.sibyl.learning.riskcontrol.SampleMode;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.learning.riskcontrol.width.TailCentralLimit;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;

/** The recorded deterministic trajectories on the credit data, with exact roots. */
class RecordedTrajectoriesTest {
  private static final double GOLDEN = 0.6180339887498949;
  private static final double SILVER = 0.41421356237309503;

  /** The two published experiments. */
  enum Experiment {
    EXPECTED,
    QUANTILE;

    private final String folder = "reference/prc/";

    JsonNode runs() {
      return Shared.json(folder + "det_" + key() + ".json");
    }

    private String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    private List<double[]> table(String file) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(Shared.path(folder + file))),
                  StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .skip(1)
            .map(
                line ->
                    java.util.Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Pool pool() {
      List<double[]> people = table("yhat_" + key() + ".csv.gz");
      return Pool.of(
          people.stream().mapToDouble(row -> row[1]).toArray(),
          people.stream().mapToDouble(row -> row[2]).toArray(),
          new WithinReach(0.3, true));
    }

    List<double[]> sets() {
      return table("det_" + key() + "_indices.csv.gz");
    }

    RiskTarget risk() {
      Acceptance rule = new Acceptance(1e-4, 1);
      return this == EXPECTED
          ? new RiskTarget(rule, new MeanRisk(), 0.3)
          : new RiskTarget(rule, new ConditionalValueAtRisk(0.9), 0.25);
    }

    PerformativeRiskControl control(double slope) {
      Width width =
          this == EXPECTED ? new CentralLimit() : new TailCentralLimit(0.06404869957648882);
      return Controls.of(
          risk(),
          this == EXPECTED ? 0.082 : 0.12,
          slope,
          width,
          1,
          SampleMode.REFERENCE_COMPLEMENT,
          OptionalInt.of(this == EXPECTED ? 2000 : 10_000),
          1,
          0,
          1);
    }

    /** Costs 1, or recorded as a formula; on the population their mean. */
    Pool.Costs costs(boolean population) {
      if (this == EXPECTED) {
        return Pool.Costs.alike();
      }
      return population
          ? (person, round) -> 0.5
          : (person, round) -> {
            double v = (person + 1) * GOLDEN + (round - 1) * SILVER;
            return v - Math.floor(v);
          };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRecordedTrajectoryWithExactRoots(Experiment experiment) {
    Pool pool = experiment.pool();
    List<double[]> sets = experiment.sets();
    int compared = 0;
    for (JsonNode run : experiment.runs().get("runs")) {
      String mode = run.get("mode").asText();
      boolean population = mode.equals("population");
      BitSet chosen = population ? pool.everyone() : chosen(pool, sets, run.get("set").asInt());
      BitSet rest = (BitSet) chosen.clone();
      rest.flip(0, population ? 0 : pool.size());
      BitSet learned = mode.equals("coded") ? rest : chosen;
      BitSet judged = mode.equals("coded") ? chosen : rest;
      Trajectories trajectories =
          new Trajectories(
              pool,
              experiment.costs(population),
              experiment.control(run.get("tau").asDouble()),
              1,
              Optional.of(
                  new Plan(
                      run.get("T").asInt(),
                      run.get("delta_lambda").asDouble(),
                      run.get("width").asDouble())));
      Trajectories.Trajectory trajectory = trajectories.play(round -> learned);
      double[] lambdas = Given.numbers(recorded(run, "lambdas"));
      double[] risks = Given.numbers(recorded(run, "risk_val_deployed"));
      assertThat(trajectory.lambdas()).as("%s", run).hasSameSizeAs(lambdas);
      for (int t = 0; t < lambdas.length; t++) {
        double lambda = trajectory.lambdas().get(t);
        assertThat(lambda).as("lambda %d of %s", t, run).isCloseTo(lambdas[t], within(1e-9));
        assertThat(trajectories.curve(judged, lambda, t + 1).at(lambda))
            .as("risk %d of %s", t, run)
            .isCloseTo(risks[t], within(1e-6));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  /** Population runs have exact roots only. */
  private static JsonNode recorded(JsonNode run, String name) {
    return run.has(name + "_exact_root") ? run.get(name + "_exact_root") : run.get(name);
  }

  private static BitSet chosen(Pool pool, List<double[]> sets, int set) {
    return pool.cohort(sets.stream().mapToInt(row -> (int) row[set]).toArray(), false);
  }

  @ParameterizedTest
  @EnumSource
  void plansAreAsRecorded(Experiment experiment) {
    for (JsonNode run : experiment.runs().get("runs")) {
      double slope = run.get("tau").asDouble();
      PerformativeRiskControl control = experiment.control(slope);
      Plan plan =
          Plan.solve(control, control.widths(control.sampleSize().getAsInt())).orElseThrow();
      assertThat(plan.rounds()).as("%s", run).isEqualTo(run.get("T").asInt());
      // the recorded widths stop at 1e-5, and differ by less than 4e-6
      assertThat(plan.width()).isCloseTo(run.get("width").asDouble(), within(4e-6));
      if (slope > 0) {
        assertThat(plan.leastStep())
            .isCloseTo(run.get("delta_lambda").asDouble(), within(4e-6 / slope));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRiskOfEveryDeployment(Experiment experiment) {
    Trajectories all = population(experiment);
    JsonNode curve = experiment.runs().get("deployed_risk_curve").get("risk_R_lambda_lambda");
    for (int k = 0; k <= 100; k++) {
      assertThat(all.risk(k / 100.0, 1))
          .as("lambda %s", k / 100.0)
          .isCloseTo(curve.get(k).asDouble(), within(1e-9));
    }
  }

  @Test
  void theSafeRuleIsNotSafeWhereScoresAreClipped() {
    Trajectories all = population(Experiment.EXPECTED);
    // people of score 0 stand in the middle of the smoothed step, and are accepted by half
    assertThat(all.risk(1, 1)).isCloseTo(0.0181, within(5e-5));
    assertThat(all.risk(1 - 1e-4, 1)).isCloseTo(0.0362, within(1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void theRecordedSensitivity(Experiment experiment) {
    Pool pool = experiment.pool();
    Trajectories all = population(experiment);
    JsonNode recorded = experiment.runs().get("empirical_sensitivity_lower_bound");
    double[] at = Given.numbers(recorded.get("at_deploy_a_b_eval_x"));
    double one = all.curve(pool.everyone(), at[0], 1).at(at[2]);
    double other = all.curve(pool.everyone(), at[1], 1).at(at[2]);
    assertThat(Math.abs(one - other) / Math.abs(at[0] - at[1]))
        .isCloseTo(recorded.get("value").asDouble(), within(1e-9));
  }

  private static Trajectories population(Experiment experiment) {
    return new Trajectories(
        experiment.pool(), experiment.costs(true), experiment.control(1), 1, Optional.empty());
  }
}
