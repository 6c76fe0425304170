package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.omniprediction.auditor.Stumps;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.DecisionLoss;

/** What boosting from logs certifies, and why not. */
class CertificationTest {
  private static final double TOLERANCE = 0.2;
  private static final List<DecisionLoss> LOSSES = EarlyWarning.losses();

  private static PoiBoost boost(StepPolicy step, boolean exactAuditor) {
    return new PoiBoost(
        TOLERANCE,
        step,
        AuditSide.TWO_SIDED,
        Selection.MAX,
        new AllRules(EarlyWarning.rules(), exactAuditor));
  }

  private static Sampling needing(double people) {
    return new Sampling(0.05, 0.1, demand -> people);
  }

  private static Evidence log(long seed) {
    return Evidence.of(EarlyWarning.log(4000, EarlyWarning::uniform, seed));
  }

  private static List<Doubt> doubts(PoiBoost boost, IntFunction<Evidence> source) {
    Boosted boosted = boost.run(source, LOSSES);
    assertThat(boosted.steps()).isNotEmpty();
    assertThat(boosted.potentials()).containsOnly(Double.NaN);
    assertThat(boosted.status())
        .isEqualTo(
            boosted.certificate().doubts().isEmpty()
                ? BoostStatus.CERTIFIED
                : BoostStatus.HEURISTIC);
    return boosted.certificate().doubts();
  }

  private static List<Doubt> reused(PoiBoost boost) {
    Evidence log = log(3);
    return doubts(boost, round -> log);
  }

  @ParameterizedTest
  @EnumSource(
      value = StepPolicy.class,
      names = {"FIXED", "CERTIFIED"})
  void certifiedWithEnoughPeople(StepPolicy step) {
    PoiBoost boost = boost(step, true).with(needing(4000));
    assertThat(reused(boost)).isEmpty();
    assertThat(doubts(boost, CertificationTest::log)).isEmpty();
  }

  @Test
  void notWithTooFew() {
    assertThat(reused(boost(StepPolicy.CERTIFIED, true).with(needing(4001))))
        .containsExactly(Doubt.TOO_FEW_PEOPLE);
    assertThat(reused(boost(StepPolicy.CERTIFIED, true).with(needing(Double.NaN))))
        .containsExactly(Doubt.TOO_FEW_PEOPLE);
    PoiBoost boost = boost(StepPolicy.CERTIFIED, true).with(needing(4000));
    IntFunction<Evidence> oneIsSmall =
        round ->
            Evidence.of(EarlyWarning.log(round == 1 ? 3999 : 4000, EarlyWarning::uniform, round));
    assertThat(doubts(boost, oneIsSmall)).containsExactly(Doubt.TOO_FEW_PEOPLE);
  }

  @Test
  void notUnlessAskedFor() {
    assertThat(reused(boost(StepPolicy.CERTIFIED, true))).containsExactly(Doubt.NO_ACCURACY);
  }

  /** E13. */
  @ParameterizedTest
  @EnumSource(
      value = StepPolicy.class,
      names = {"PROPORTIONAL", "LINE_SEARCH"})
  void notWithStepsFromTheLog(StepPolicy step) {
    assertThat(reused(boost(step, true).with(needing(1))))
        .containsExactly(Doubt.STEPS_FROM_THE_LOG);
  }

  @Test
  void notWithAnAuditorThatMayMiss() {
    assertThat(reused(boost(StepPolicy.CERTIFIED, false).with(needing(1))))
        .containsExactly(Doubt.AUDITOR);
  }

  /** Stumps without listed cuts are counted by the people of the log, so only these are known. */
  @Test
  void notWhenRulesAreCountedByPeople() {
    assertThat(reused(stumps(Values.each()))).containsExactly(Doubt.AUDITOR);
    assertThat(reused(stumps(Values.each(1, 2, 3, 4)))).isEmpty();
  }

  private static PoiBoost stumps(Values cuts) {
    return new PoiBoost(
            TOLERANCE,
            StepPolicy.CERTIFIED,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            new Stumps(List.of(1), cuts))
        .with(needing(1));
  }

  @Test
  void notWhenOnlySomeLogsAreFresh() {
    Evidence first = log(1);
    Evidence second = log(2);
    assertThat(
            doubts(
                boost(StepPolicy.CERTIFIED, true).with(needing(1)),
                round -> round == 0 ? first : second))
        .containsExactly(Doubt.SOME_LOGS_REUSED);
  }

  @Test
  void notFromEstimatedPropensities() {
    TrialLog log = EarlyWarning.log(4000, EarlyWarning::uniform, 3);
    Evidence estimated = Evidence.of(log.withEstimated(Column.constant(4000, 1.0 / 3)));
    assertThat(doubts(boost(StepPolicy.CERTIFIED, true).with(needing(1)), round -> estimated))
        .containsExactly(Doubt.ESTIMATED_PROPENSITIES);
  }

  @Test
  void notWhenPeopleDependOnEachOther() {
    Evidence dependent = log(3).dependent();
    assertThat(doubts(boost(StepPolicy.CERTIFIED, true).with(needing(1)), round -> dependent))
        .containsExactly(Doubt.DEPENDENT_PEOPLE);
    assertThat(
            doubts(
                boost(StepPolicy.CERTIFIED, true).with(needing(1)),
                round -> round == 1 ? log(1).dependent() : log(round)))
        .containsExactly(Doubt.DEPENDENT_PEOPLE);
  }

  @Test
  void notUnderInterference() {
    assertThat(reused(boost(StepPolicy.CERTIFIED, true).with(needing(1)).underInterference()))
        .containsExactly(Doubt.INTERFERENCE);
    Boosted onTheTruth =
        boost(StepPolicy.FIXED, true).underInterference().run(EarlyWarning.evidence(), LOSSES);
    assertThat(onTheTruth.status()).isEqualTo(BoostStatus.HEURISTIC);
  }

  /** An auditor that may find only half of an error is heeded from half the tolerance on. */
  @Test
  void onTheTruthOnlyTheAuditorMatters() {
    Boosted missing = product(false);
    assertThat(missing.status()).isEqualTo(BoostStatus.HEURISTIC);
    assertThat(missing.certificate().doubts()).containsExactly(Doubt.AUDITOR);
    assertThat(missing.certificate().poi()).isLessThanOrEqualTo(0.35 / 2);
    assertThat(missing.steps().get(0).update().step()).isCloseTo(0.35 / 2, within(1e-15));
    Boosted exact = product(true);
    assertThat(exact.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(exact.steps()).isEmpty();
    assertThat(exact.certificate().poi()).isCloseTo(0.3, within(1e-15));
  }

  private static Boosted product(boolean exactAuditor) {
    return new PoiBoost(
            0.35,
            StepPolicy.FIXED,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            new AllRules(ProductWorld.rules().rules(2), exactAuditor))
        .run(ProductWorld.evidence(0.3), ProductWorld.losses());
  }

  @Test
  void theDemandIsThatOfTheRun() {
    List<RequiredPeople.Demand> demands = new ArrayList<>();
    Sampling sampling =
        new Sampling(
            0.05,
            0.1,
            demand -> {
              demands.add(demand);
              return 1;
            });
    TrialLog byBand = EarlyWarning.log(4000, EarlyWarning::byBand, 3);
    boost(StepPolicy.CERTIFIED, true).with(sampling).run(Evidence.of(byBand), LOSSES);
    boost(StepPolicy.CERTIFIED, true).with(sampling).run(CertificationTest::log, LOSSES);
    assertThat(demands.get(0).reused()).isTrue();
    assertThat(demands.get(0).greatestWeight()).isCloseTo(1 / 0.15, within(1e-9));
    // k max^2 / (4 (epsilon - 2 s)^2), with max = .9 + .1
    assertThat(demands.get(demands.size() - 1))
        .isEqualTo(new RequiredPeople.Demand(0.05, 0.1, 5, 27, 1 / (1.0 / 3), 1, 75, false));
  }

  /** When the first audit finds nothing the one log is as good as a fresh one. */
  @Test
  void aSingleAuditUsesNoLogAgain() {
    List<Boolean> reused = new ArrayList<>();
    Sampling sampling =
        new Sampling(
            0.1,
            0.1,
            demand -> {
              reused.add(demand.reused());
              return 4000;
            });
    Boosted boosted =
        new PoiBoost(1, StepPolicy.CERTIFIED, AuditSide.TWO_SIDED, Selection.MAX, all())
            .with(sampling)
            .run(log(3), LOSSES);
    assertThat(boosted.status()).isEqualTo(BoostStatus.CERTIFIED);
    assertThat(reused).isNotEmpty().containsOnly(false);
  }

  /** Flagged are errors above epsilon - s; the model stays at 1/2 when there are none. */
  @Test
  void accuracyDecidesWhatIsFlagged() {
    Audit audit = Audit.of(log(3), LOSSES, EarlyWarning.shrunk(0), all(), AuditSide.TWO_SIDED);
    double error = Math.max(audit.poi(), audit.doi());
    assertThat(updates(error / 0.9 * 1.0001, 0.1)).isZero();
    assertThat(updates(error / 0.9 * 0.9999, 0.1)).isPositive();
    assertThat(updates(error / 0.75 * 1.0001, 0.25)).isZero();
    assertThat(updates(error / 0.75 * 0.9999, 0.25)).isPositive();
  }

  private static Auditor all() {
    return new AllRules(EarlyWarning.rules());
  }

  private static int updates(double tolerance, double accuracy) {
    return new PoiBoost(tolerance, StepPolicy.CERTIFIED, AuditSide.TWO_SIDED, Selection.MAX, all())
        .with(new Sampling(accuracy * tolerance, 0.1, demand -> 1))
        .run(log(3), LOSSES)
        .steps()
        .size();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, Double.NaN, 0, -1})
  void accuracyIsLessThanHalfTheTolerance(double accuracy) {
    assertThatThrownBy(
            () -> boost(StepPolicy.CERTIFIED, true).with(new Sampling(accuracy, 0.1, demand -> 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("accuracy: ");
  }
}
