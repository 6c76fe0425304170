package org.sibyl.behavior.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.strategic.Adaptation;
import org.sibyl.behavior.strategic.PartialAdaptation;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Population;

/**
 * People who go part of the way each round: how long a rule must stay (specification, section 8).
 */
class SettlingTest {
  private static final int SIZE = 2000;
  private static final WithinReach GOAL = new WithinReach(.1, false);

  private static PartialAdaptation half(double share) {
    return new PartialAdaptation(share, Adaptation.INTERPOLATE, GOAL);
  }

  /** kappa 1/2, s .1, eta .001, L .5: ln(50) / ln(2) = 5.64, so six rounds. */
  @Test
  void sixRoundsAreEnough() {
    assertThat(half(.5).roundsUntil(.001 / (.5 * .1))).isEqualTo(6);
    assertThat(half(.5).roundsUntil(1)).isZero();
    assertThat(half(.5).roundsUntil(.5)).isEqualTo(1);
    assertThat(half(1).roundsUntil(.001)).isEqualTo(1);
    assertThatThrownBy(() -> half(0).roundsUntil(.5)).hasMessageContaining("share");
  }

  /** |R_m - R_inf| is at most L (1 - kappa)^m s, with L = 1/2 and the grain of 2000 people. */
  @Test
  void theTransientErrorIsWithinItsBound() {
    Population people = Scores.grid(SIZE);
    Column labels = Column.generate(SIZE, i -> i % 2); // P(y = 1) = 1/2 at every score
    double settled = Scores.risk(0, Scores.shown(GOAL, people, .6), labels, .6);
    Population now = people;
    for (int m = 1; m <= 12; m++) {
      Response shown = Given.respond(half(.5), Scores.situation(now, Network.of(SIZE), m, .6));
      now = now.withFeatures(shown.features());
      double error = Math.abs(Scores.risk(0, shown, labels, .6) - settled);
      double bound = .5 * Math.pow(.5, m) * .1;
      assertThat(error).isLessThanOrEqualTo(bound + 1.0 / SIZE);
      assertThat(error)
          .isGreaterThanOrEqualTo(bound - 1.0 / SIZE); // and not less, for these scores
    }
    assertThat(people.features()).isNotEqualTo(now.features()).isInstanceOf(Matrix.class);
  }
}
