package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sibyl.prediction.decision.DecisionLoss;

/** POI-Boost on the two worlds of the specification whose numbers are known. */
class WorkedExamplesTest {
  private static Boosted product(double beta, double tolerance, StepPolicy step) {
    return new PoiBoost(
            tolerance,
            step,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            new AllRules(ProductWorld.rules().rules(2)))
        .run(ProductWorld.evidence(beta), ProductWorld.losses());
  }

  /**
   * Section 14: both rules err by beta, and an update takes the tolerance off one of these errors.
   * So they violate for as many updates as the tolerance goes into beta. Where it goes into it
   * without rest, the last error is the tolerance itself and by E3 no violation any more, so that
   * the numbers of the section, 2 floor(beta / epsilon), are those of a tolerance a little less.
   */
  @ParameterizedTest
  @CsvSource({
    ".1, 4, 6",
    ".05, 10, 12",
    ".01, 58, 60",
    ".3, 0, 2",
    ".31, 0, 0",
    ".11, 4, 4",
    ".07, 8, 8"
  })
  void fixedStepsOnTheProductWorld(double tolerance, int updates, int ofTheSection) {
    assertThat(product(0.3, tolerance, StepPolicy.FIXED).steps()).hasSize(updates);
    double less = tolerance * (1 - 1e-9);
    assertThat(product(0.3, less, StepPolicy.FIXED).steps()).hasSize(ofTheSection);
  }

  @ParameterizedTest
  @EnumSource(
      value = StepPolicy.class,
      names = {"PROPORTIONAL", "LINE_SEARCH"})
  void twoUpdatesLeadToTheTruth(StepPolicy step) {
    Boosted boosted = product(0.3, 0.1, step);
    assertThat(boosted.steps()).hasSize(2);
    assertThat(boosted.potentials()[0]).isCloseTo(0.18, within(1e-15));
    assertThat(boosted.potential()).isCloseTo(0, within(1e-15));
    double[] law = new double[2];
    boosted.predictor().probabilities(new double[] {1}, law);
    assertThat(law).containsExactly(new double[] {0.2, 0.8}, within(1e-15));
  }

  /** The potential starts from 2 beta^2; each update takes 2 .1 err - .01 off. */
  @Test
  void thePotentialOfTheProductWorld() {
    assertThat(product(0.3, 0.1 - 1e-12, StepPolicy.FIXED).potentials())
        .containsExactly(new double[] {.18, .13, .08, .05, .02, .01, 0}, within(1e-11));
  }

  private static Boosted students(double tolerance, StepPolicy step, Selection selection) {
    return new PoiBoost(
            tolerance, step, AuditSide.TWO_SIDED, selection, new AllRules(EarlyWarning.rules()))
        .run(EarlyWarning.evidence(), EarlyWarning.losses());
  }

  /** Section 15, X2, up to 30 % (ties), the bounds, and that the potential falls. */
  @ParameterizedTest
  @CsvSource({
    ".1, 9, 3, 3, 75",
    ".05, 20, 6, 6, 300",
    ".02, 70, 19, 12, 1875",
    ".01, 170, 44, 22, 7500",
    ".005, 395, 77, 41, 30000"
  })
  void updatesOfTheEarlyWarningSystem(
      double tolerance, int fixed, int proportional, int lineSearch, int bound) {
    expect(tolerance, StepPolicy.FIXED, fixed, bound);
    expect(tolerance, StepPolicy.PROPORTIONAL, proportional, bound);
    expect(tolerance, StepPolicy.LINE_SEARCH, lineSearch, bound);
  }

  private static void expect(double tolerance, StepPolicy step, int updates, int bound) {
    Boosted boosted = students(tolerance, step, Selection.MAX);
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(boosted.steps())
        .hasSizeBetween((int) Math.floor(0.7 * updates), (int) Math.ceil(1.3 * updates));
    assertThat(boosted.steps().size()).isLessThanOrEqualTo(bound);
    double[] potentials = boosted.potentials();
    assertThat(potentials[0]).isCloseTo(0.39174, within(5e-6));
    for (int t = 1; t < potentials.length; t++) {
      assertThat(potentials[t]).isLessThan(potentials[t - 1]);
    }
    Risks risks = new Risks(EarlyWarning.cells(), EarlyWarning.shares(), EarlyWarning.truth());
    for (DecisionLoss loss : EarlyWarning.losses()) {
      double gap = risks.gap(loss, boosted.predictor(), EarlyWarning.ruleClass());
      assertThat(gap).isLessThanOrEqualTo(tolerance <= 0.01 ? 3.5e-4 : 2 * tolerance);
    }
    assertThat(boosted.steps().stream().filter(s -> s.update().rule().isEmpty()).count())
        .isLessThanOrEqualTo(2);
  }

  /** From .01 on the model decides better than any of the 27 rules by these three losses. */
  @ParameterizedTest
  @CsvSource({"0", "2", "4"})
  void itBeatsAllRulesAsNoneIsItsBest(int loss) {
    Boosted boosted = students(0.01, StepPolicy.LINE_SEARCH, Selection.MAX);
    Risks risks = new Risks(EarlyWarning.cells(), EarlyWarning.shares(), EarlyWarning.truth());
    assertThat(
            risks.gap(
                EarlyWarning.losses().get(loss), boosted.predictor(), EarlyWarning.ruleClass()))
        .isNegative();
  }

  /** FIRST takes the first violation, and searches no further than to it. */
  @Test
  void theFirstViolationEndsTheSearch() {
    Boosted boosted = students(0.1, StepPolicy.LINE_SEARCH, Selection.FIRST);
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    long searches = 0;
    for (BoostStep step : boosted.steps()) {
      int loss = step.update().loss();
      boolean ofRule = step.update().rule().isPresent();
      searches += ofRule ? 2L * loss + (step.error() > 0 ? 1 : 2) : 10;
    }
    assertThat(boosted.certificate().searches()).isEqualTo(searches + 10);
    assertThat(searches).isLessThan(10L * boosted.steps().size());
  }

  /** E8: Nature may be certain. */
  @Test
  void aCertainNature() {
    Boosted boosted = product(0.5, 0.1, StepPolicy.LINE_SEARCH);
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(boosted.potential()).isCloseTo(0, within(1e-15));
  }

  /** E4: with one decision the rules are all one. */
  @Test
  void oneDecision() {
    RandomInstance world =
        new RandomInstance(
            new double[] {0.5, 0.5},
            1,
            new double[][] {{0.9}, {0.2}},
            new double[][] {{0.5}, {0.5}},
            List.of(TableLoss.of(1, (a, y) -> y)),
            List.of(new RandomInstance.Listed(List.of(0, 0))));
    Boosted boosted =
        new PoiBoost(
                0.01,
                StepPolicy.LINE_SEARCH,
                AuditSide.TWO_SIDED,
                Selection.MAX,
                new AllRules(world.rules()))
            .run(world.evidence(), world.losses());
    assertThat(boosted.certificate().poi()).isEqualTo(boosted.certificate().doi());
    assertThat(boosted.steps()).hasSize(1); // the mean is .55: one step of .05
    assertThat(boosted.steps().get(0).error()).isCloseTo(-0.05, within(1e-15));
  }
}
