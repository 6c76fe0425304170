package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;

/** The early-warning system against the table of the specification, section 15, X2. */
class EarlyWarningTest {
  private static final Risks RISKS =
      new Risks(EarlyWarning.cells(), EarlyWarning.shares(), EarlyWarning.truth());

  @ParameterizedTest
  @CsvSource({
    "0, .11372, .11949, 1, 3, 2",
    "1, .77061, .77061, 2, 2, 0",
    "2, .13423, .14251, 0, 1, 1",
    "3, .11768, .12071, 0, 2, 1",
    "4, .12343, .13186, 0, 1, 1"
  })
  void risksOfBestDecisionsAndOfTheBestRule(
      int number, double ofBest, double ofRule, int below, int cut, int from) {
    DecisionLoss loss = EarlyWarning.losses().get(number);
    DecisionRule best =
        EarlyWarning.rules().stream()
            .min(Comparator.comparingDouble(rule -> RISKS.performative(loss, rule)))
            .orElseThrow();
    assertThat(best).isEqualTo(new EarlyWarning.Banded(below, cut, from));
    assertThat(RISKS.performative(loss, best)).isCloseTo(ofRule, within(5e-6));
    assertThat(RISKS.gap(loss, EarlyWarning.truth(), EarlyWarning.ruleClass()))
        .isCloseTo(ofBest - ofRule, within(1e-5));
    for (DecisionRule rule : List.of(best, EarlyWarning.best(loss, EarlyWarning.truth()))) {
      assertThat(RISKS.performative(loss, rule))
          .isCloseTo(EarlyWarning.risk(loss, rule, EarlyWarning.truth()), within(1e-14));
      assertThat(RISKS.modelled(loss, rule, EarlyWarning.shrunk(0.9)))
          .isCloseTo(EarlyWarning.risk(loss, rule, EarlyWarning.shrunk(0.9)), within(1e-14));
    }
  }

  @Test
  void itHas27Rules() {
    assertThat(EarlyWarning.rules()).hasSize(27).doesNotHaveDuplicates();
  }

  @Test
  void withoutRulesThereIsNoGap() {
    DecisionLoss loss = EarlyWarning.losses().get(0);
    assertThat(RISKS.gap(loss, EarlyWarning.truth(), decisions -> List.of())).isNaN();
  }
}
