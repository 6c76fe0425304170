package org.sibyl.learning.neural;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;
import org.sibyl.numeric.Check;

/** An architecture of layers, which work in any precision. */
interface Layered extends Architecture {
  /** Its tensors and how each begins, in the order of weights. */
  List<Tensor> tensors(int individuals);

  /** Its layers at work. */
  <A> Stack<A> stack(Arithmetic<A> arithmetic, Network network, int rounds);

  @Override
  default List<Shape> shapes(int individuals) {
    return tensors(individuals).stream().map(Tensor::shape).toList();
  }

  @Override
  default Weights initial(int individuals, UniformRandomProvider random) {
    return Weights.owning(
        tensors(individuals).stream().map(t -> t.draw(random)).toArray(float[][]::new));
  }

  @Override
  default Net on(Network network, int rounds) {
    Check.atLeast("rounds", rounds, 1);
    return new LayeredNet(this, network, rounds);
  }
}
