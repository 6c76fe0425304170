package org.sibyl.learning.neural;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.network.Network;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * What graph networks have in common: embeddings, then convolutions of one width, each rectified
 * and dropped from.
 *
 * @param width numbers for an individual, at least 1
 * @param convolutions at least 1
 * @param dropout probability of a number to be dropped, in [0, 1)
 */
record Trunk(int width, int convolutions, double dropout) {
  private static final Range DROPOUT = Range.parse("[0, 1)");

  Trunk {
    Check.atLeast("width", width, 1);
    Check.atLeast("convolutions", convolutions, 1);
    Check.within("dropout", dropout, DROPOUT);
  }

  /** Its tensors, then those of the head. */
  List<Tensor> tensors(List<Tensor> head) {
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(Tensor.embedding("embs.weight", width));
    for (int k = 1; k <= convolutions; k++) {
      tensors.addAll(Tensor.convolution("conv" + k, width, width));
    }
    tensors.addAll(head);
    return List.copyOf(tensors);
  }

  /** Its layers, then those of the head. */
  <A> Stack<A> stack(Arithmetic<A> arithmetic, Network network, int rounds, List<Layer<A>> head) {
    List<Layer<A>> layers = new ArrayList<>();
    for (int k = 0; k < convolutions; k++) {
      if (k > 0) {
        layers.addAll(convolution(arithmetic, network, rounds, width, width));
      }
      layers.add(new Rectifier<>(arithmetic, network.size() * width));
      if (dropout > 0) {
        layers.add(new Dropout<>(arithmetic, rounds, network.size() * width, dropout, k));
      }
    }
    layers.addAll(head);
    return new Stack<>(
        arithmetic,
        rounds * network.size(),
        new EmbeddedConvolution<>(arithmetic, rounds, network, width),
        layers);
  }

  /** The layers of a graph convolution. */
  static <A> List<Layer<A>> convolution(
      Arithmetic<A> arithmetic, Network network, int rounds, int inputs, int outputs) {
    return List.of(
        new Propagation<>(arithmetic, rounds, network, inputs),
        new Linear<>(arithmetic, rounds, network.size(), inputs, outputs));
  }
}
