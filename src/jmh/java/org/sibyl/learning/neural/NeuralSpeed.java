package org.sibyl.learning.neural;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/**
 * CPU milliseconds and bytes of an epoch: forward and backward of all rounds as one batch, and
 * Adam; without the game. The best of several blocks, which other load disturbs least. Give names
 * of architectures, or none for all.
 */
public final class NeuralSpeed {
  private static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int INDIVIDUALS = 20;
  private static final int ROUNDS = 20;
  private static final int BLOCK = 5;
  private static final int BLOCKS = 12;

  private final Net net;
  private final float[][][] weights; // two sets in turn, so that none is made
  private final Weights[] given;
  private final float[][] gradient;
  private final float[][] mean;
  private final float[][] square;
  private final int[][] symbols = new int[ROUNDS][INDIVIDUALS];
  private final double[][] logits = new double[ROUNDS][INDIVIDUALS];
  private final double[][] slopes = new double[ROUNDS][INDIVIDUALS];
  private final AdamStep adam = AdamStep.published(1e-4);
  private long forward;
  private long backward;
  private long step;

  private NeuralSpeed(Architecture architecture, Network network) {
    UniformRandomProvider random = Randomness.of(1).at(Draw.LEARNER, 0);
    net = architecture.on(network, ROUNDS);
    Weights first = architecture.initial(INDIVIDUALS, random);
    weights = new float[][][] {copy(first), copy(first)};
    given = new Weights[] {Weights.owning(weights[0]), Weights.owning(weights[1])};
    gradient = copy(first);
    mean = zeros(first);
    square = zeros(first);
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.setAll(symbols[round], i -> random.nextInt(2));
      Arrays.setAll(slopes[round], i -> random.nextDouble() - 0.5);
    }
    Arrays.fill(symbols[0], 2);
  }

  private static float[][] copy(Weights weights) {
    float[][] copy = new float[weights.tensors()][];
    Arrays.setAll(copy, weights::copy);
    return copy;
  }

  private static float[][] zeros(Weights weights) {
    float[][] zeros = copy(weights);
    for (float[] tensor : zeros) {
      Arrays.fill(tensor, 0);
    }
    return zeros;
  }

  private void epoch(int number) {
    int now = number % 2;
    long start = BEAN.getCurrentThreadCpuTime();
    net.forward(given[now], symbols, OptionalLong.of(number), logits);
    long middle = BEAN.getCurrentThreadCpuTime();
    net.backward(slopes, gradient);
    long end = BEAN.getCurrentThreadCpuTime();
    for (int t = 0; t < gradient.length; t++) {
      adam.take(number + 1, weights[now][t], gradient[t], mean[t], square[t], weights[1 - now][t]);
    }
    forward += middle - start;
    backward += end - middle;
    step += BEAN.getCurrentThreadCpuTime() - end;
  }

  private void measure(String name) {
    int number = 0;
    double best = Double.POSITIVE_INFINITY;
    double[] parts = new double[3];
    long bytes = 0;
    for (int block = 0; block < BLOCKS; block++) {
      forward = backward = step = 0;
      long before = BEAN.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < BLOCK; k++) {
        epoch(number++);
      }
      bytes = (BEAN.getCurrentThreadAllocatedBytes() - before) / BLOCK;
      double ms = (forward + backward + step) / 1e6 / BLOCK;
      if (ms < best) {
        best = ms;
        parts = new double[] {forward, backward, step};
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-12s %7.2f CPU ms an epoch (forward %.2f, backward %.2f, Adam %.2f), %d bytes%n",
        name,
        best,
        parts[0] / 1e6 / BLOCK,
        parts[1] / 1e6 / BLOCK,
        parts[2] / 1e6 / BLOCK,
        bytes);
  }

  /** Measures. */
  public static void main(String[] names) {
    Map<String, Architecture> all = new LinkedHashMap<>();
    all.put("mlp", Mlp.published());
    all.put("gnn", Gnn.published());
    all.put("gnn-linear", GnnLinear.published());
    all.put("gnn-mlp", GnnMlp.published());
    Network network = network();
    all.forEach(
        (name, architecture) -> {
          if (names.length == 0 || List.of(names).contains(name)) {
            new NeuralSpeed(architecture, network).measure(name);
          }
        });
    System.out.println(
        "load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** A ring with as many chords as the published networks have. */
  private static Network network() {
    int[][] edges = new int[36][];
    for (int e = 0; e < edges.length; e++) {
      int from = e % INDIVIDUALS;
      edges[e] = new int[] {from, (from + (e < INDIVIDUALS ? 1 : 7)) % INDIVIDUALS};
    }
    return Network.of(INDIVIDUALS, edges);
  }
}
