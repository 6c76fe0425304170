package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Attribute;

/** The benchmark's yardstick does the same arithmetic: it gives the same bits, round by round. */
class BareRoundTest {
  @Test
  void bareLoopsOverArraysGiveTheSameBitsAsARound() {
    World world = RoundBenchmark.world(3000);
    Dynamics dynamics = RoundBenchmark.dynamics();
    BareRound bare = new BareRound(world, 1, 0.6, 0.1, 0.5);
    for (int round = 1; round <= 8; round++) {
      Round played = dynamics.play(world);
      bare.play();
      assertThat(Column.of(bare.actions)).isEqualTo(played.response().actions());
      assertThat(Column.of(bare.payoffs)).isEqualTo(played.outcomes().payoffs());
      assertThat(Column.of(bare.successes))
          .isEqualTo(played.outcomes().fact(CollectiveRisk.GROUP_SUCCESS));
      assertThat(Column.of(bare.logOdds)).isEqualTo(played.revised().column(Attribute.TRUST));
      world = played.after();
    }
    assertThat(world.population().column(Attribute.ACTION).mean()).isStrictlyBetween(0.0, 1.0);
  }
}
