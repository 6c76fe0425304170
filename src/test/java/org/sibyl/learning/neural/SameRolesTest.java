package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.network.Complete;
import org.sibyl.network.Network;
import org.sibyl.network.Ring;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/**
 * A graph network without a head gives the same forecast to those whom an automorphism of network
 * and symbols exchanges; heads and the MLP do not.
 */
class SameRolesTest {
  private static final int SIZE = 8;

  private static double[] logits(Architecture architecture, Network network, int... symbols) {
    UniformRandomProvider random = Randomness.of(71).at(Draw.LEARNER, 0);
    Weights weights = architecture.initial(network.size(), random);
    return Nets.floatLogits(
        architecture, network, weights, new int[][] {symbols}, OptionalLong.empty())[0];
  }

  private static double spread(double... logits) {
    return DoubleStream.of(logits).max().orElseThrow()
        - DoubleStream.of(logits).min().orElseThrow();
  }

  private static Network complete() {
    return new Complete().generate(SIZE, Randomness.of(1).at(Draw.NETWORK, 0));
  }

  private static Network ring() {
    return new Ring().generate(SIZE, Randomness.of(1).at(Draw.NETWORK, 0));
  }

  @Test
  void equalsOfACompleteNetworkAreForecastAlike() {
    Gnn gnn = new Gnn(16, 3, 0);
    int[] nobody = new int[SIZE];
    Arrays.fill(nobody, 2);
    assertThat(spread(logits(gnn, complete(), nobody))).isLessThan(1e-5);
    double[] logits = logits(gnn, complete(), 1, 1, 1, 0, 0, 0, 0, 0);
    // Everyone's neighborhood is everyone, so even those who acted otherwise are alike.
    assertThat(spread(logits)).isLessThan(1e-5);
  }

  @Test
  void aRingForecastsTheSameOnceItIsTurnedOrReflected() {
    Gnn gnn = new Gnn(16, 3, 0);
    int[] symbols = {1, 1, 0, 1, 0, 0, 2, 0};
    int[] turned = new int[SIZE];
    int[] reflected = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      turned[(i + 3) % SIZE] = symbols[i];
      reflected[SIZE - 1 - i] = symbols[i];
    }
    double[] logits = logits(gnn, ring(), symbols);
    double[] ofTurned = logits(gnn, ring(), turned);
    double[] ofReflected = logits(gnn, ring(), reflected);
    for (int i = 0; i < SIZE; i++) {
      assertThat(ofTurned[(i + 3) % SIZE]).isCloseTo(logits[i], within(1e-5));
      assertThat(ofReflected[SIZE - 1 - i]).isCloseTo(logits[i], within(1e-5));
    }
    assertThat(spread(logits)).isGreaterThan(1e-2);
  }

  @Test
  void headsAndTheMlpGiveRoles() {
    int[] nobody = new int[SIZE];
    Arrays.fill(nobody, 2);
    for (Architecture roles :
        new Architecture[] {new Mlp(8, 16), new GnnLinear(16, 3, 0), new GnnMlp(16, 3, 0, 8)}) {
      assertThat(spread(logits(roles, complete(), nobody))).isGreaterThan(1e-2);
    }
  }
}
