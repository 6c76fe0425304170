package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.network.ErdosRenyi;
import org.sibyl.network.Network;
import org.sibyl.network.Ring;

/** What is drawn of small, large and crowded networks. */
class DrawnNetworkTest {
  @Test
  void aSmallNetworkIsDrawnWhole() {
    Network network = Given.complete(5);
    DrawnNetwork drawn = DrawnNetwork.of(network);
    assertThat(drawn.network()).isEqualTo(network);
    assertThat(drawn.size()).isEqualTo(5);
    assertThat(drawn.edges()).isEqualTo(10);
    assertThat(drawn.individual(3)).isEqualTo(3);
    assertThat(drawn.note()).isEmpty();
  }

  @Test
  void ofAVeryLargeNetworkTheNeighborhoodOfOneIsDrawnAndSaid() {
    Network ring = new Ring().generate(1_000_000, RandomSource.L64_X128_MIX.create(1L));
    DrawnNetwork drawn = DrawnNetwork.of(ring);
    assertThat(drawn.size()).isEqualTo(DrawnNetwork.SAMPLE);
    assertThat(drawn.edges()).isEqualTo(DrawnNetwork.SAMPLE - 1);
    assertThat(drawn.find(500_000)).isEqualTo(DrawnNetwork.SAMPLE / 2);
    assertThat(drawn.find(0)).isNegative();
    assertThat(drawn.note())
        .isEqualTo("5,000 of 1,000,000 individuals drawn: the nearest to individual 500000");
  }

  @Test
  void componentsTooSmallAreFilledUp() {
    Network scattered = Network.of(30_000, new int[][] {{15_000, 3}});
    DrawnNetwork drawn = DrawnNetwork.of(scattered);
    assertThat(drawn.size()).isEqualTo(DrawnNetwork.SAMPLE);
    assertThat(drawn.find(3)).isZero();
    assertThat(drawn.edges()).isEqualTo(1);
  }

  @Test
  void edgesBeyondTheMostAreThinnedOutAndSaid() {
    Network dense = new ErdosRenyi(0.5).generate(800, RandomSource.L64_X128_MIX.create(1L));
    DrawnNetwork drawn = DrawnNetwork.of(dense);
    assertThat(drawn.edges()).isLessThanOrEqualTo(DrawnNetwork.MOST_EDGES).isGreaterThan(30_000);
    assertThat(drawn.note()).isEqualTo("every third edge drawn");
    for (int e = 0; e < drawn.edges(); e++) {
      assertThat(drawn.source(e)).isLessThan(drawn.target(e));
    }
  }
}
