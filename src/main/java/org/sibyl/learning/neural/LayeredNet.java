package org.sibyl.learning.neural;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.sibyl.network.Network;
import org.sibyl.numeric.Check;

/** Layers in single precision. What follows from weights alone is kept for as long as they last. */
final class LayeredNet implements Net {
  private final Stack<float[]> stack;
  private final List<Shape> shapes;
  private final int individuals;
  private final int rounds;
  private Weights prepared = Weights.owning();

  LayeredNet(Layered architecture, Network network, int rounds) {
    this.stack = architecture.stack(SinglePrecision.FLOATS, network, rounds);
    this.shapes = architecture.shapes(network.size());
    this.individuals = network.size();
    this.rounds = rounds;
  }

  @Override
  public void forward(Weights weights, int[][] symbols, OptionalLong dropout, double[][] logits) {
    if (weights != prepared) {
      prepared = Weights.owning(); // nothing, should these not fit
      stack.prepare(checked(weights));
      prepared = weights;
    }
    check(symbols);
    stack.forward(new Batch(symbols, dropout), logits);
  }

  @Override
  public void backward(double[][] slopes, float[][] gradient) {
    stack.backward(slopes, Arrays.asList(gradient));
  }

  private List<float[]> checked(Weights weights) {
    weights.requireShapes(shapes);
    return IntStream.range(0, shapes.size()).mapToObj(weights::tensor).toList();
  }

  private void check(int[][] symbols) {
    if (symbols.length > rounds) {
      throw Check.invalid("rounds", "" + symbols.length, "must be at most " + rounds);
    }
    for (int[] round : symbols) {
      Check.sameSize("symbols", round.length, "the network", individuals);
      for (int symbol : round) {
        if (symbol < 0 || symbol >= Batch.SYMBOLS) {
          throw Check.invalid("symbol", "" + symbol, "must be 0, 1 or 2");
        }
      }
    }
  }
}
