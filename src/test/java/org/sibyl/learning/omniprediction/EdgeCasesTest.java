package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionLoss;

/** Edge cases of the specification (section 17) that have no test elsewhere. */
class EdgeCasesTest {
  private static Boosted boosted(DecisionLoss loss, Auditor auditor) {
    return new PoiBoost(0.01, StepPolicy.LINE_SEARCH, AuditSide.TWO_SIDED, Selection.MAX, auditor)
        .run(EarlyWarning.evidence(), List.of(loss));
  }

  /** E1: everything costs the same, so that decision 0 is taken. */
  @Test
  void ofEquallyGoodDecisionsTheLowestIsTaken() {
    Evidence evidence = EarlyWarning.evidence();
    double[] half = Probabilities.of(EarlyWarning.shrunk(0), evidence.features());
    DecisionLoss steer = EarlyWarning.losses().get(0);
    assertThat(Decided.best(steer, evidence.features(), 3, half)).containsOnly(0);
    half[1] = 0.6;
    half[2] = 0.6;
    assertThat(Decided.best(steer, evidence.features(), 3, half)).startsWith(1, 0, 0);
  }

  /** E2: a loss without weight on group 0 still decides about it by the loss itself. */
  @Test
  void aWeightOfZeroLeavesDecisionsAsTheyAre() {
    DecisionLoss steer = EarlyWarning.losses().get(0);
    Audit audit =
        Audit.of(
            EarlyWarning.evidence(),
            List.of(new SecondGroup(steer)),
            EarlyWarning.truth(),
            new NoRules(),
            AuditSide.TWO_SIDED);
    assertThat(audit.doi()).isZero();
    Boosted boosted = boosted(new SecondGroup(steer), new NoRules());
    double[] law = new double[3];
    boosted.predictor().probabilities(new double[] {0, 4}, law);
    assertThat(law).containsOnly(0.5); // no slope, no change
    Evidence evidence = EarlyWarning.evidence();
    double[] truth = Probabilities.of(EarlyWarning.truth(), evidence.features());
    assertThat(Decided.best(new SecondGroup(steer), evidence.features(), 3, truth))
        .isEqualTo(Decided.best(steer, evidence.features(), 3, truth))
        .isNotEqualTo(new int[10]);
  }

  private record SecondGroup(DecisionLoss weighted) implements DecisionLoss {
    @Override
    public double value(double[] features, int decision, int outcome) {
      return features[0] * weighted.value(features, decision, outcome);
    }

    @Override
    public double max() {
      return weighted.max();
    }

    @Override
    public DecisionLoss base() {
      return weighted;
    }

    @Override
    public boolean isInputOblivious() {
      return false;
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  /** E5. */
  @Test
  void withoutRulesBoostingMendsBestDecisions() {
    Boosted boosted = boosted(EarlyWarning.losses().get(3), new NoRules());
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(boosted.steps()).isNotEmpty().allMatch(step -> step.update().decider().isPresent());
    assertThat(boosted.certificate().searches()).isZero();
    assertThat(boosted.certificate().poi()).isZero();
    assertThat(boosted.certificate().doi()).isLessThanOrEqualTo(0.01);
  }

  /** E7: the model says something of a band that never was. */
  @Test
  void peopleWhoWereNeverSeen() {
    Boosted boosted = boosted(EarlyWarning.losses().get(0), new AllRules(EarlyWarning.rules()));
    double[] law = new double[3];
    boosted.predictor().probabilities(new double[] {7, -3.5}, law);
    double[] lowest = new double[3];
    boosted.predictor().probabilities(new double[] {0, 0}, lowest);
    assertThat(law).isEqualTo(lowest).doesNotContain(Double.NaN);
  }

  /** E10. */
  @ParameterizedTest
  @ValueSource(strings = {"FIXED", "PROPORTIONAL", "LINE_SEARCH", "CERTIFIED"})
  void withoutAnyLossNothingIsLearned(StepPolicy step) {
    DecisionLoss none = TableLoss.of(3, (a, y) -> 0);
    for (Evidence evidence :
        List.of(
            EarlyWarning.evidence(), Evidence.of(EarlyWarning.log(50, EarlyWarning::uniform, 1)))) {
      Boosted boosted =
          new PoiBoost(
                  0.01,
                  step,
                  AuditSide.TWO_SIDED,
                  Selection.MAX,
                  new AllRules(EarlyWarning.rules()))
              .run(evidence, List.of(none));
      assertThat(boosted.steps()).isEmpty();
      double[] law = new double[3];
      boosted.predictor().probabilities(new double[] {0, 0}, law);
      assertThat(law).containsOnly(0.5);
    }
  }

  /** E11, of the second loss about kind 0. */
  @ParameterizedTest
  @CsvSource({"NaN", "-.1", "1.1", "Infinity"})
  void aLossOutsideItsBoundsIsRefused(double value) {
    DecisionLoss good = EarlyWarning.losses().get(0);
    DecisionLoss bad = new Broken(value, 1);
    assertThatThrownBy(
            () ->
                Audit.of(
                    EarlyWarning.evidence(),
                    List.of(good, bad),
                    EarlyWarning.truth(),
                    new NoRules(),
                    AuditSide.TWO_SIDED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("losses[1] about point 3, decision 2, outcome 1: " + value);
  }

  /** Its bounds themselves are checked too. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
  void aGreatestLossMustBeANumber(double max) {
    assertThatThrownBy(() -> boosted(new Broken(0, max), new NoRules()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("losses[0].max: " + max);
  }

  private record Broken(double value, double max) implements DecisionLoss {
    @Override
    public double value(double[] features, int decision, int outcome) {
      return features[0] == 0 && features[1] == 3 && decision == 2 && outcome == 1 ? value : 0;
    }

    @Override
    public boolean isInputOblivious() {
      return false;
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  /** E11, of rules. */
  @ParameterizedTest
  @ValueSource(ints = {3, 7})
  void aRuleThatDecidesWhatThereIsNotIsRefused(int decision) {
    DecisionLoss loss = EarlyWarning.losses().get(0);
    assertThatThrownBy(() -> boosted(loss, new AllRules(List.of(new Always(decision)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("about point 0: " + decision + " must be one of the 3 decisions");
    Auditor careless = new Careless(decision);
    assertThatThrownBy(() -> boosted(loss, careless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule Always[decision=" + decision + "] about point 0: " + decision);
  }

  /** Returns a rule without looking at its costs. */
  private record Careless(int decision) implements Auditor {
    @Override
    public Search on(Matrix features, int decisions) {
      return costs -> new Always(decision);
    }

    @Override
    public boolean isExact() {
      return true;
    }

    @Override
    public double size(Matrix features, int decisions) {
      return 1;
    }
  }

  @Test
  void probabilitiesAndSharesMustBeSuch() {
    assertThatThrownBy(
            () ->
                Evidence.of(ProductWorld.people(), ProductWorld.shares(), ProductWorld.truth(0.6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("probability of decision 0 at point 0");
    for (Column shares : List.of(Column.of(.5, .4), Column.of(-.5, 1.5), Column.of(.5, 0. / 0))) {
      assertThatThrownBy(() -> Evidence.of(ProductWorld.people(), shares, ProductWorld.truth(0.3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("shares");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void theToleranceIsAboveZero(double tolerance) {
    assertThatThrownBy(
            () ->
                new PoiBoost(
                    tolerance, StepPolicy.FIXED, AuditSide.TWO_SIDED, Selection.MAX, new NoRules()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tolerance: ");
  }
}
