package org.sibyl.learning.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.numeric.Randomness;

/** What risk control promises, on a world whose risks are known. */
class GuaranteesTest {
  private static final int RUNS = 600;
  private static final int PEOPLE = 2000;

  /** Tests P3: without sampling, each step goes half of the way to .7, and then all of it. */
  @Test
  void exactRisksGoToTheLevelAndStay() {
    List<Calibration> run =
        UniformWorld.exactly(UniformWorld.control(0.02, 0.5, new Controls.Given(0)));
    double[] lambdas = {1.1, 0.85, 0.725, 0.7, 0.7};
    double[] risks = {0, 0.125, 0.1875, 0.2, 0.2};
    assertThat(run).hasSize(5);
    for (int t = 0; t < 5; t++) {
      double lambda = run.get(t).lambda();
      assertThat(lambda).isCloseTo(lambdas[t], within(1e-11));
      assertThat(UniformWorld.risk(lambda, lambda)).isCloseTo(risks[t], within(1e-11));
    }
    assertThat(run.get(4).status()).isEqualTo(ControlStatus.DONE);
  }

  /**
   * Tests P4. With probability .9 at least nothing fails, so that of 600 runs more than .1 + 3
   * sqrt(.1 .9 / 600) = .137 fail with probability at most .0015 at the bound; truly some .003 do,
   * and the chance of a false alarm is nil.
   */
  @ParameterizedTest
  @CsvSource({".5, .12, 15", ".5, .1, 22", "1, .12, 32"})
  void nothingFailsMoreOftenThanPromised(double slope, double tightness, int rounds) {
    List<List<Calibration>> runs = runs(tightness, slope);
    assertThat(runs.get(0).get(1).plan().get().rounds()).isEqualTo(rounds);
    double bound = 0.1 + 3 * Math.sqrt(0.1 * 0.9 / RUNS);
    assertThat(share(runs, UniformWorld.Broken::any)).isLessThanOrEqualTo(bound);
    assertThat(runs).allMatch(run -> run.get(run.size() - 1).steps() <= rounds);
  }

  /**
   * With half of the sensitivity for the slope .60 of runs deploy a rule beyond the level, and .17
   * with a fifth of it, by an earlier count of 600: the standard deviations of both counts are .02
   * and .015, so that of their difference is at most .0285 and .022, and 5 of these are missed once
   * in 1e6.
   */
  @ParameterizedTest
  @CsvSource({".25, .60, .14", ".1, .17, .11"})
  void aSlopeBelowTheSensitivityFails(double slope, double expected, double tolerance) {
    List<List<Calibration>> runs = runs(0.12, slope);
    assertThat(share(runs, UniformWorld.Broken::deployed))
        .isCloseTo(expected, within(tolerance))
        .isGreaterThan(0.05);
  }

  /**
   * The static method accepts up to a score of .37 where .30 would be right: it is 4 standard
   * deviations (of .0087) from being safe, which happens once in 30000 runs, and in 6 of 600 never.
   * On the people of the safe rule it keeps its own promise, but for about .05 of runs.
   */
  @Test
  void theStaticMethodIsSafeOnlyForThosePeopleWhoDoNotRespond() {
    List<List<Calibration>> runs = runs(0.12, 0);
    assertThat(share(runs, UniformWorld.Broken::deployed)).isGreaterThan(0.99);
    assertThat(share(runs, UniformWorld.Broken::ahead)).isBetween(0.01, 0.137);
    assertThat(runs).allMatch(run -> run.size() == 2);
  }

  private static List<List<Calibration>> runs(double tightness, double slope) {
    PerformativeRiskControl control = UniformWorld.control(tightness, slope, new CentralLimit());
    Plan plan = Plan.solve(control, control.widths(PEOPLE)).orElseThrow();
    Calibration start = Calibration.from(control).planned(plan);
    return IntStream.range(0, RUNS)
        .mapToObj(k -> UniformWorld.run(start, PEOPLE, Randomness.of(20260601).replicate(k)))
        .toList();
  }

  private static double share(
      List<List<Calibration>> runs, Predicate<UniformWorld.Broken> failure) {
    return (double) runs.stream().map(UniformWorld.Broken::by).filter(failure).count() / RUNS;
  }

  /** Tests P5, however small the samples and wrong the slope. */
  @Property(tries = 300)
  void lambdaNeverRisesAndRoundsNeverExceedThePlan(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 300) int people,
      @ForAll @DoubleRange(max = 3) double slope,
      @ForAll @DoubleRange(max = 0.1) double width) {
    PerformativeRiskControl control = UniformWorld.control(0.19, slope, new Controls.Given(width));
    List<Calibration> run =
        UniformWorld.run(Calibration.from(control), people, Randomness.of(seed));
    for (int t = 1; t < run.size(); t++) {
      assertThat(run.get(t).lambda()).isLessThanOrEqualTo(run.get(t - 1).lambda());
    }
    Calibration last = run.get(run.size() - 1);
    last.plan().ifPresent(plan -> assertThat(last.steps()).isLessThanOrEqualTo(plan.rounds()));
    assertThat(last.lambda()).isBetween(0.0, 1.1);
  }
}
