package org.sibyl.metrics.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Workers;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.Scenario;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** Metrics in the world of closed forms: uniform scores, half fail, everybody reaches .1 far. */
class RiskMetricsTest {
  private static final int SIZE = 40_000;

  /** Least step of a slope. */
  private static final double STEP = 0.05;

  /** A binomial share of 40 000 is within 4 * .5 / 200 = .01 of its mean but for .00006. */
  private static final double ERROR = .01;

  private static List<Round> rounds(String... overrides) {
    List<String> all = new ArrayList<>(List.of("population.size=" + SIZE, "rounds=6"));
    all.addAll(List.of(overrides));
    Scenario scenario =
        SampleScenario.read(SampleScenario.RISK, Path.of("."), all.toArray(String[]::new));
    Dynamics dynamics = scenario.dynamics(0, Workers.serial());
    List<Round> rounds = new ArrayList<>();
    World world = scenario.world(0);
    for (int k = 0; k < scenario.rounds(); k++) {
      rounds.add(dynamics.play(world));
      world = rounds.get(k).after();
    }
    return rounds;
  }

  private static RiskTarget target() {
    return SampleScenario.read(SampleScenario.RISK, Path.of(".")).risk().orElseThrow();
  }

  private static double uniform(double x) {
    return Math.min(1, Math.max(0, x));
  }

  @Test
  void staticRiskIsOfTheNextRuleOnThePeopleOfThisRound() {
    int moves = 0;
    for (Round round : rounds()) {
      double deployed = lambda(round.deployment().model());
      double next = lambda(round.after().learner().model());
      double c = 1 - next;
      double expected = .5 * uniform(Math.max(c, Math.min(c, 1 - deployed) + .1));
      assertThat(new StaticRisk(target()).measure(round)).isCloseTo(expected, within(ERROR));
      assertThat(new ControlledRisk(target()).measure(round))
          .isCloseTo(.5 * uniform(1 - deployed + .1), within(ERROR));
      moves += next < deployed ? 1 : 0;
    }
    assertThat(moves).isGreaterThan(1);
  }

  /**
   * Each of the two risks has a deviation of at most .5 / sqrt(40 000) = .0025, so five of their
   * difference are .018, over the step of lambda.
   */
  @Test
  void theSlopeIsWhatResponseAddsToTheRisk() {
    int moves = 0;
    int small = 0;
    double before = Double.NaN;
    for (Round round :
        rounds("carryover={type: new-people}", "learning.tightness=0.06", "rounds=9")) {
      double now = lambda(round.deployment().model());
      double slope = new RiskSlope(STEP, target()).measure(round);
      if (before - now >= STEP) {
        double c = 1 - now;
        double expected = .5 * uniform(Math.max(c, Math.min(c, 1 - before) + .1));
        double rise = .5 * uniform(c + .1) - expected;
        assertThat(slope * (before - now)).isCloseTo(rise, within(.018));
        assertThat(slope).isLessThan(.5 + .018 / (before - now));
        moves++;
      } else {
        small += now < before ? 1 : 0;
        assertThat(slope).isNaN(); // the first round, small steps, and where lambda stays
      }
      before = now;
    }
    assertThat(moves).isGreaterThan(1);
    assertThat(small).isPositive();
  }

  @Test
  void theSlopeIsNotKnownWithoutLabels() {
    for (Round round :
        rounds(
            "survey={type: review, probability: 0.5}",
            "carryover={type: new-people}",
            "learning.samples=fresh",
            "learning.review-probability=0.5")) {
      assertThat(new RiskSlope(STEP, target()).measure(round)).isNaN();
    }
  }

  private static double lambda(Object model) {
    return ((Conservative) model).conservativeness();
  }

  @Test
  void acceptanceIsTheShareBelowTheThreshold() {
    for (Round round : rounds()) {
      double deployed = lambda(round.deployment().model());
      assertThat(new AcceptanceRate().measure(round))
          .isCloseTo(uniform(1 - deployed + .1), within(ERROR));
    }
    List<Round> demand =
        rounds(
            "risk.rule={type: safety-margin}",
            "behavior={type: unmoved}",
            "population.features={type: daily-demand}",
            "outcome={type: carried-load}",
            "learning.width={type: clt-known-variance, variance: 355000}");
    assertThat(new AcceptanceRate().measure(demand.get(0))).isNaN();
    assertThat(new StaticRisk(target()).measure(demand.get(0))).isNotNaN();
  }

  @Test
  void riskControlRefusesSelectiveLabels() {
    for (Round round : rounds("survey={type: accepted-only}")) {
      assertThat(lambda(round.after().learner().model())).isEqualTo(1.1);
      assertThat(round.after().learner().toString()).contains("SELECTIVE_LABELS");
    }
  }
}
