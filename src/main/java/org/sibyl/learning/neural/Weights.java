package org.sibyl.learning.neural;

import java.util.Arrays;
import java.util.List;
import org.sibyl.numeric.Check;

/**
 * The parameters of a network, tensor after tensor, each row-major in single precision; immutable.
 */
public final class Weights {
  private final float[][] tensors;

  private Weights(float[][] tensors) {
    this.tensors = tensors;
  }

  /** Weights that take the arrays over without a copy; the caller must not touch them again. */
  public static Weights owning(float[]... tensors) {
    return new Weights(tensors);
  }

  /** How many tensors. */
  public int tensors() {
    return tensors.length;
  }

  /** How many numbers in all. */
  public int size() {
    return Arrays.stream(tensors).mapToInt(tensor -> tensor.length).sum();
  }

  /** Whether all numbers are. */
  boolean isFinite() {
    for (float[] tensor : tensors) {
      for (float number : tensor) {
        if (!Float.isFinite(number)) {
          return false;
        }
      }
    }
    return true;
  }

  /** A tensor's numbers, not to be written to: for kernels. */
  float[] tensor(int number) {
    return tensors[number];
  }

  /**
   * Checks that there is one tensor for each shape, of its size.
   *
   * @throws IllegalArgumentException otherwise
   */
  void requireShapes(List<Shape> shapes) {
    Check.sameSize("weights", tensors.length, "the architecture", shapes.size());
    for (int t = 0; t < tensors.length; t++) {
      Shape shape = shapes.get(t);
      Check.sameSize(shape.name(), tensors[t].length, "the architecture", shape.size());
    }
  }

  /** A copy of a tensor's numbers. */
  public float[] copy(int number) {
    return tensors[number].clone();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Weights w && Arrays.deepEquals(tensors, w.tensors);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(tensors);
  }

  @Override
  public String toString() {
    return "Weights[" + size() + " numbers in " + tensors.length + " tensors]";
  }
}
