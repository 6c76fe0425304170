package org.sibyl.prediction;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;

/**
 * Neural networks of fully connected layers with one output, a score without bounds (log-odds for
 * {@link LogisticLoss}, a forecast for {@link SquaredLoss}).
 *
 * <p>Theta goes layer after layer from the features to the output; in a layer unit after unit; of a
 * unit first the weights of its inputs, in their order, then its bias. So the last parameter is the
 * bias of the output.
 *
 * <p>Units that start alike stay alike: with all parameters 0 nothing but the output's bias is ever
 * learned. Start from random numbers, such as {@code start: {type: uniform, low: -0.5, high: 0.5}};
 * the bounds should be about 1 over the square root of the number of inputs. Nothing is linear, so
 * minimisers use gradients only and find a local minimum.
 *
 * @param hidden units in each hidden layer, from the features on; none makes a linear model
 * @param activation of the hidden units
 */
@About("fully connected layers with one output, a score")
public record NeuralModels(
    @Parameter(value = "units in each hidden layer, each at least 1", byDefault = "[32]")
        List<Integer> hidden,
    @Parameter(value = "what a hidden unit makes of its sum", byDefault = "tanh")
        Activation activation)
    implements ModelFamily {
  public NeuralModels {
    hidden = List.copyOf(hidden);
    for (int layer = 0; layer < hidden.size(); layer++) {
      Check.atLeast("hidden[" + layer + "]", hidden.get(layer), 1);
    }
  }

  @Override
  public ParametricClass on(int features) {
    return new OnFeatures(features, hidden, activation);
  }

  private record OnFeatures(int features, List<Integer> hidden, Activation activation)
      implements ParametricClass {
    @Override
    public int dimension() {
      int dimension = 0;
      int inputs = features;
      for (int units : hidden) {
        dimension += units * (inputs + 1);
        inputs = units;
      }
      return dimension + inputs + 1;
    }

    @Override
    public NeuralModel model(double... theta) {
      Check.sameSize("theta", theta.length, "the network", dimension());
      return new NeuralModel(Column.of(theta), features, hidden, activation);
    }

    @Override
    public boolean isLinear() {
      return false;
    }
  }
}
