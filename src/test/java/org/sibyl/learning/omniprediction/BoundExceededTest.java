package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.sibyl.prediction.decision.DecisionLoss;

/** Evidence that contradicts itself: the truth is now beta, now -beta, so that no model fits it. */
class BoundExceededTest {
  private static final List<DecisionLoss> LOSSES = ProductWorld.losses();

  private static PoiBoost boost(Selection selection) {
    return new PoiBoost(
        0.1,
        StepPolicy.LINE_SEARCH,
        AuditSide.TWO_SIDED,
        selection,
        new AllRules(ProductWorld.rules().rules(2)));
  }

  private static final IntFunction<Evidence> CONTRADICTION =
      round -> ProductWorld.evidence(round / 2 % 2 == 0 ? 0.3 : -0.3);

  /** k max^2 / (4 epsilon^2) = 2 / .04 = 50 updates, no more and no less. */
  @Test
  void itStopsAtTheBound() {
    Boosted boosted = boost(Selection.MAX).run(CONTRADICTION, LOSSES);
    assertThat(boosted.status()).isEqualTo(BoostStatus.BOUND_EXCEEDED);
    assertThat(boosted.steps()).hasSize(50);
    assertThat(boosted.certificate().searches()).isEqualTo(4 * 51);
    assertThat(boosted.certificate().poi()).isGreaterThan(0.1);
  }

  /** The last audit is a whole one also where others end with the first violation. */
  @Test
  void theCertificateIsThatOfAWholeAudit() {
    Boosted first = boost(Selection.FIRST).run(CONTRADICTION, LOSSES);
    Audit last =
        Audit.of(
            CONTRADICTION.apply(50),
            LOSSES,
            first.predictor(),
            new AllRules(ProductWorld.rules().rules(2)),
            AuditSide.TWO_SIDED);
    assertThat(first.steps()).hasSize(50);
    assertThat(first.certificate().poi()).isEqualTo(last.poi());
    assertThat(first.certificate().doi()).isEqualTo(last.doi());
  }

  @Test
  void underInterferenceItSaysThatNatureIsNotOne() {
    Boosted boosted = boost(Selection.MAX).underInterference().run(CONTRADICTION, LOSSES);
    assertThat(boosted.status()).isEqualTo(BoostStatus.NO_COMMON_NATURE);
    assertThat(boosted.certificate().doubts()).containsExactly(Doubt.INTERFERENCE);
  }
}
