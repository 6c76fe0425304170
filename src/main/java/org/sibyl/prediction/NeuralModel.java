package org.sibyl.prediction;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * A neural network of fully connected layers with one output. The order of its parameters is that
 * of {@link NeuralModels}.
 *
 * @param parameters theta
 * @param features how many it reads
 * @param hidden units in each hidden layer
 * @param activation of the hidden units
 */
public record NeuralModel(
    Column parameters, int features, List<Integer> hidden, Activation activation)
    implements Parametric {
  public NeuralModel {
    hidden = List.copyOf(hidden);
  }

  @Override
  public double[] theta() {
    return parameters.toArray();
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    Pass pass = pass(features.columns());
    double[] scores = new double[features.rows()];
    for (int i = 0; i < scores.length; i++) {
      features.copyRow(i, pass.inputs());
      scores[i] = pass.forward();
    }
    return Column.owning(scores);
  }

  @Override
  public void addGradient(Matrix features, Column slopes, double[] into) {
    Check.sameSize("slopes", slopes.size(), "the features", features.rows());
    Check.sameSize("sums", into.length, "theta", parameters.size());
    Pass pass = pass(features.columns());
    for (int i = 0; i < slopes.size(); i++) {
      if (slopes.get(i) != 0) {
        features.copyRow(i, pass.inputs());
        pass.forward();
        pass.backward(slopes.get(i), into);
      }
    }
  }

  @Override
  public void featureGradient(double[] features, double[] into) {
    Pass pass = pass(features.length);
    System.arraycopy(features, 0, pass.inputs(), 0, features.length);
    pass.forward();
    pass.toFeatures(into);
  }

  private Pass pass(int columns) {
    Check.sameSize("the features", columns, "the network", features);
    return new Pass();
  }

  /** Room for one individual at a time: what every unit says, and what that is worth. */
  private final class Pass {
    private final double[] theta = parameters.toArray();
    private final double[][] values = new double[hidden.size() + 1][];
    private final double[][] worths = new double[hidden.size() + 1][];

    /** Where in theta a layer's parameters begin. */
    private final int[] begins = new int[hidden.size() + 1];

    Pass() {
      values[0] = new double[features];
      worths[0] = new double[features];
      for (int layer = 1; layer <= hidden.size(); layer++) {
        int units = hidden.get(layer - 1);
        values[layer] = new double[units];
        worths[layer] = new double[units];
        begins[layer] = begins[layer - 1] + units * (values[layer - 1].length + 1);
      }
    }

    /** The features of the individual; to be written. */
    double[] inputs() {
      return values[0];
    }

    /** The score; what the units said stays in {@link #values}. */
    double forward() {
      for (int layer = 0; layer < hidden.size(); layer++) {
        double[] outputs = values[layer + 1];
        int at = begins[layer];
        for (int unit = 0; unit < outputs.length; unit++) {
          outputs[unit] = activation.value(sum(values[layer], at));
          at += values[layer].length + 1;
        }
      }
      return sum(values[hidden.size()], begins[hidden.size()]);
    }

    private double sum(double[] inputs, int at) {
      double sum = 0;
      for (int k = 0; k < inputs.length; k++) {
        sum += theta[at + k] * inputs[k];
      }
      return sum + theta[at + inputs.length];
    }

    /** Adds the gradient in theta of slope times score. */
    void backward(double slope, double[] into) {
      addUnit(hidden.size(), begins[hidden.size()], slope, into);
      spread(slope, 1);
      for (int layer = hidden.size() - 1; layer >= 0; layer--) {
        int at = begins[layer];
        for (double worth : worths[layer + 1]) {
          addUnit(layer, at, worth, into);
          at += values[layer].length + 1;
        }
      }
    }

    private void addUnit(int layer, int at, double worth, double[] into) {
      double[] inputs = values[layer];
      for (int k = 0; k < inputs.length; k++) {
        into[at + k] += worth * inputs[k];
      }
      into[at + inputs.length] += worth;
    }

    /** Writes the gradient of the score in the features. */
    void toFeatures(double[] into) {
      spread(1, 0);
      System.arraycopy(worths[0], 0, into, 0, into.length);
    }

    /** Hands the output's worth down to the sums of all units, and to the layer that is last. */
    private void spread(double slope, int last) {
      handDown(hidden.size(), new double[] {slope});
      for (int layer = hidden.size() - 1; layer >= last; layer--) {
        handDown(layer, worths[layer + 1]);
      }
    }

    /** From the worths of a layer's units to those of the sums, or features, that they read. */
    private void handDown(int layer, double[] above) {
      double[] below = worths[layer];
      Arrays.fill(below, 0);
      int at = begins[layer];
      for (double worth : above) {
        for (int k = 0; k < below.length; k++) {
          below[k] += worth * theta[at + k];
        }
        at += below.length + 1;
      }
      for (int unit = 0; layer > 0 && unit < below.length; unit++) {
        below[unit] *= activation.slope(values[layer][unit]);
      }
    }
  }
}
