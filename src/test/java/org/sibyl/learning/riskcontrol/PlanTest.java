package org.sibyl.learning.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.learning.riskcontrol.width.Hoeffding;
import org.sibyl.learning.riskcontrol.width.TailCentralLimit;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.RiskTarget;

/** The joint solve of rounds, step and width, and the smallest tightness that it can reach. */
class PlanTest {
  /** Section 5.1 of the specification: level .3, tightness .082, failure .1, 2000 people. */
  @ParameterizedTest
  @CsvSource({
    ".1, 6, .17063, .02394",
    ".2, 15, .06984, .02703",
    ".5, 48, .02091, .03054",
    ".8, 93, .01078, .03238",
    "1, 130, .00773, .03327",
    "1.38, 215, .00466, .03457",
    "2, 417, .00240, .03620"
  })
  void expectedRisk(double slope, int rounds, double step, double width) {
    Plan plan = plan(Controls.sharp(0.3, 0.082, slope, new CentralLimit(), 1), 2000).get();
    assertThat(plan.rounds()).isEqualTo(rounds);
    assertThat(plan.leastStep()).isCloseTo(step, within(6e-6));
    assertThat(plan.width()).isCloseTo(width, within(6e-6));
  }

  /** The same: level .25, tightness .12, failure .1, 10000 people, variance 2.0324. */
  @ParameterizedTest
  @CsvSource({
    ".2, 9, .11900, .03620",
    ".4, 21, .04940, .04024",
    "1, 69, .01460, .04540",
    "1.6, 135, .00744, .04810",
    "2, 189, .00530, .04941",
    "4, 680, .00147, .05412"
  })
  void tailRisk(double slope, int rounds, double step, double width) {
    Width tail = new TailCentralLimit(0.0640487);
    RiskTarget risk = new RiskTarget(new Acceptance(0, 1), new ConditionalValueAtRisk(0.9), 0.25);
    Plan plan = plan(Controls.of(risk, 0.12, slope, tail, 1), 10_000).get();
    assertThat(plan.rounds()).isEqualTo(rounds);
    assertThat(plan.leastStep()).isCloseTo(step, within(6e-6));
    assertThat(plan.width()).isCloseTo(width, within(6e-6));
  }

  @Test
  void aSlopeOfFourIsInfeasible() {
    assertThat(plan(Controls.sharp(0.3, 0.082, 4, new CentralLimit(), 1), 2000)).isEmpty();
  }

  @Test
  void withoutSlopeOneStepIsAll() {
    Plan plan = plan(Controls.sharp(0.3, 1e-9, 0, new CentralLimit(), 1), 2000).get();
    assertThat(plan.rounds()).isEqualTo(1);
    assertThat(plan.leastStep()).isInfinite();
    assertThat(plan.width()).as("of failure .1").isCloseTo(0.01658, within(5e-6));
  }

  @Test
  void theErrorOfPeopleWhoHaveNotSettledCountsAsWidth() {
    PerformativeRiskControl slow =
        Controls.of(
            Controls.sharp(0.3, 0.5, 1, new Controls.Given(0.03), 1).risk(),
            0.1,
            1,
            new Controls.Given(0.03),
            1,
            SampleMode.FRESH,
            java.util.OptionalInt.empty(),
            1,
            0.01,
            1);
    Plan plan = plan(slow, 100).get();
    assertThat(plan.width()).isCloseTo(0.04, within(1e-15));
    // .1 = 2 * .04 + 2 * step
    assertThat(plan.leastStep()).isCloseTo(0.01, within(1e-12));
  }

  /** Section 5.1: level .3, 2000 people, failure .1, slope 1. */
  @Test
  void theSmallestFeasibleTightness() {
    LeastTightness central = least(new CentralLimit(), 2000).get();
    assertThat(central.tightness()).isCloseTo(0.07720, within(5e-6));
    assertThat(central.rounds()).isEqualTo(414);
    LeastTightness hoeffding = least(new Hoeffding(), 2000).get();
    assertThat(hoeffding.tightness()).isCloseTo(0.09979, within(5e-6));
    assertThat(hoeffding.rounds()).isEqualTo(378);
  }

  @Test
  void itIsWhatCanJustBePlanned() {
    double tightness = least(new CentralLimit(), 2000).get().tightness();
    Width width = new CentralLimit();
    assertThat(plan(Controls.sharp(0.3, tightness + 1e-9, 1, width, 1), 2000)).isPresent();
    assertThat(plan(Controls.sharp(0.3, tightness - 1e-9, 1, width, 1), 2000)).isEmpty();
  }

  @Test
  void itFallsToZeroAsSamplesGrow() {
    double before = Double.POSITIVE_INFINITY;
    for (int n = 1000; n <= 10_000_000; n *= 10) {
      double tightness = least(new CentralLimit(), n).get().tightness();
      assertThat(tightness).isLessThan(before / 2);
      before = tightness;
    }
    assertThat(before).isLessThan(0.002);
  }

  @Test
  void whereOneRoundHasNoWidthThereIsNone() {
    assertThat(least(new Hoeffding(), 5)).isEmpty();
  }

  /** The definition, T by T. */
  @Property(tries = 200)
  void noRoundsAreSkipped(
      @ForAll @DoubleRange(min = 0.01, max = 0.4) double scale,
      @ForAll @DoubleRange(min = 0, max = 3) double power,
      @ForAll @DoubleRange(min = 0.05, max = 1) double tightness,
      @ForAll @DoubleRange(min = 0.01, max = 20) double slope) {
    PerformativeRiskControl control =
        Controls.sharp(0.3, tightness, slope, new Controls.Given(1), 1);
    Plan.Widths widths = // jumps, as widths of counts do
        failure -> OptionalDouble.of(scale * Math.ceil(Math.pow(-Math.log(failure), power)) / 20);
    Optional<Plan> expected = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int rounds = 1; rounds <= 10_000; rounds++) {
      double width = widths.of(0.1 / rounds).getAsDouble();
      double step = (tightness - 2 * width) / (2 * slope);
      if (expected.isEmpty() && step >= 1.0 / rounds) {
        expected = Optional.of(new Plan(rounds, step, width));
      }
      least = Math.min(least, 2 * width + 2 * slope / rounds);
    }
    assertThat(Plan.solve(control, widths)).isEqualTo(expected);
    assertThat(Plan.leastTightness(control, widths).get().tightness()).isEqualTo(least);
  }

  private static Optional<Plan> plan(PerformativeRiskControl control, int people) {
    return Plan.solve(control, control.widths(people));
  }

  private static Optional<LeastTightness> least(Width width, int people) {
    PerformativeRiskControl control = Controls.sharp(0.3, 0.082, 1, width, 1);
    return Plan.leastTightness(control, control.widths(people));
  }
}
