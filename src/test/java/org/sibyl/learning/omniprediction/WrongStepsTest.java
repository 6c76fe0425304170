package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.prediction.decision.DecisionLoss;

/**
 * Errata 1 and 2 of the specification: what the figure of the paper says, taken literally, and that
 * ours is not that. Tolerances are a little less than .1 or .4, so that errors of just these
 * violate, as in the specification's numbers.
 */
class WrongStepsTest {
  private static final double TENTH = 0.1 * (1 - 1e-7);

  private static Boosted ours(double tolerance, double scale) {
    List<DecisionLoss> losses =
        List.of(TableLoss.of(2, (a, y) -> scale * (1 - y)), TableLoss.of(2, (a, y) -> scale * y));
    return new PoiBoost(
            tolerance,
            StepPolicy.FIXED,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            new AllRules(ProductWorld.rules().rules(2)))
        .run(ProductWorld.evidence(0.3), losses);
  }

  /** Section 7, iii. */
  @Test
  void theWrongSignMovesAwayAndNeverEnds() {
    List<Double> wrong =
        new WrongSteps(0.3, 1).potentials(1000, TENTH, error -> -0.1 * Math.signum(error));
    assertThat(wrong).hasSize(1001);
    double[] expected = {.18, .25, .34, .45, .58, .73, .73};
    for (int t = 0; t < expected.length; t++) {
      assertThat(wrong.get(t)).isCloseTo(expected[t], within(1e-9));
    }
    assertThat(wrong.get(1000)).isCloseTo(.73, within(1e-9));
    Boosted ours = ours(TENTH, 1);
    assertThat(ours.potentials()[1]).isCloseTo(.13, within(1e-7));
    assertThat(ours.steps()).hasSize(6);
  }

  /** Section 7, iv. */
  @Test
  void theWrongScaleSwingsAndNeverEnds() {
    List<Double> wrong =
        new WrongSteps(0.3, 4).potentials(1000, 4 * TENTH, e -> 0.4 / 4 * Math.signum(e));
    assertThat(wrong).hasSize(1001);
    int risen = 0;
    for (int t = 1; t < wrong.size(); t++) {
      risen += wrong.get(t) > wrong.get(t - 1) + 1e-9 ? 1 : 0;
    }
    assertThat(risen).isBetween(400, 600);
    Boosted ours = ours(4 * TENTH, 4);
    assertThat(ours.steps()).hasSize(6);
    double[] potentials = ours.potentials();
    for (int t = 1; t < potentials.length; t++) {
      assertThat(potentials[t]).isLessThan(potentials[t - 1]);
    }
  }

  /** With the right sign and scale the hand-written one does what ours does. */
  @Test
  void theRightStepsByHandAreOurs() {
    List<Double> right =
        new WrongSteps(0.3, 4).potentials(1000, 4 * TENTH, e -> TENTH / 4 * Math.signum(e));
    double[] ours = ours(4 * TENTH, 4).potentials();
    assertThat(right).hasSameSizeAs(ours);
    for (int t = 0; t < ours.length; t++) {
      assertThat(ours[t]).isCloseTo(right.get(t), within(1e-12));
    }
  }
}
