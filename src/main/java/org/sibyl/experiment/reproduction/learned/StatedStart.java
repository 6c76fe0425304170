package org.sibyl.experiment.reproduction.learned;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.neural.Architecture;
import org.sibyl.learning.neural.Mlp;
import org.sibyl.learning.neural.Net;
import org.sibyl.learning.neural.Shape;
import org.sibyl.learning.neural.Weights;
import org.sibyl.network.Network;

/**
 * The published MLP with the first weights of the recorded trainings: tensor i holds (2 u - 1) b,
 * where u are the numbers of a SplitMix64 started at 1000 + i, and b is the root of 3 for the
 * embedding and 1 over the root of the layer's inputs else.
 */
record StatedStart() implements Architecture {
  private static final Mlp MLP = Mlp.published();
  private static final int FIRST_SEED = 1000;

  @Override
  public List<Shape> shapes(int individuals) {
    return MLP.shapes(individuals);
  }

  @Override
  public Weights initial(int individuals, UniformRandomProvider random) {
    List<Shape> shapes = shapes(individuals);
    float[][] tensors = new float[shapes.size()][];
    double bound = StrictMath.sqrt(3);
    for (int t = 0; t < tensors.length; t++) {
      boolean isWeight = shapes.get(t).rows() > 1; // a bias has the bound of its layer
      bound = t > 0 && isWeight ? 1 / StrictMath.sqrt(shapes.get(t).columns()) : bound;
      tensors[t] = filled(shapes.get(t).size(), bound, new SplittableRandom(FIRST_SEED + t));
    }
    return Weights.owning(tensors);
  }

  private static float[] filled(int size, double bound, SplittableRandom random) {
    float[] numbers = new float[size];
    for (int k = 0; k < size; k++) {
      numbers[k] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return numbers;
  }

  @Override
  public boolean isForAnySize() {
    return false;
  }

  @Override
  public Net on(Network network, int rounds) {
    return MLP.on(network, rounds);
  }
}
