package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** What a network says depends on its arguments alone. */
class LayeredNetTest {
  private static final OptionalLong SEED = OptionalLong.of(5);
  private static final double[][] SLOPES = Nets.numbers(Nets.ROUNDS, 6, 6);
  private static final int[][] SYMBOLS = Nets.symbols(Nets.ROUNDS, 6, 5);

  /** All bytes of a forward and a backward pass. */
  @SuppressWarnings("ArrayRecordComponent") // compared deeply
  private record Said(double[][] logits, float[][] gradient) {
    static Said by(Net net, Architecture architecture, Weights weights) {
      Said said = new Said(new double[Nets.ROUNDS][6], Nets.floatGradient(architecture, 6));
      net.forward(weights, SYMBOLS, SEED, said.logits);
      net.backward(SLOPES, said.gradient);
      return said;
    }

    void requireSame(Said other) {
      assertThat(other.logits).isDeepEqualTo(logits);
      assertThat(other.gradient).isDeepEqualTo(gradient);
    }
  }

  private static Weights weights(Architecture architecture, int number) {
    return architecture.initial(6, Randomness.of(20261130).at(Draw.LEARNER, number));
  }

  private static Said fresh(Architecture architecture, Weights weights) {
    return Said.by(architecture.on(Nets.SIX, Nets.ROUNDS), architecture, weights);
  }

  static Stream<Layered> architectures() {
    return Nets.small();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void scratchIsNoMemory(Layered architecture) {
    Weights first = weights(architecture, 0);
    Weights second = weights(architecture, 1);
    Net net = architecture.on(Nets.SIX, Nets.ROUNDS + 3);
    fresh(architecture, first).requireSame(Said.by(net, architecture, first));
    net.forward(second, Nets.symbols(7, 6, 9), OptionalLong.empty(), new double[7][6]);
    net.backward(Nets.numbers(7, 6, 3), Nets.floatGradient(architecture, 6));
    fresh(architecture, second).requireSame(Said.by(net, architecture, second));
    fresh(architecture, first).requireSame(Said.by(net, architecture, first));
    fresh(architecture, first).requireSame(Said.by(net, architecture, first));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void aRoundAloneIsARoundAmongOthers(Layered architecture) {
    Weights weights = weights(architecture, 0);
    double[][] all = fresh(architecture, weights).logits;
    Net alone = architecture.on(Nets.SIX, 1);
    for (int round = 0; round < Nets.ROUNDS; round++) {
      double[][] logits = new double[1][6];
      alone.forward(weights, new int[][] {SYMBOLS[round]}, SEED, logits);
      assertThat(logits[0]).containsExactly(all[round]);
    }
  }

  @Test
  void twoThreadsSayWhatOneSays() throws Exception {
    List<Layered> architectures = Nets.small().toList();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Said>> saids = new ArrayList<>();
      for (int k = 0; k < 40; k++) {
        Layered architecture = architectures.get(k % architectures.size());
        Callable<Said> task = () -> fresh(architecture, weights(architecture, 0));
        saids.add(threads.submit(task));
      }
      for (int k = 0; k < saids.size(); k++) {
        Layered architecture = architectures.get(k % architectures.size());
        fresh(architecture, weights(architecture, 0)).requireSame(saids.get(k).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
