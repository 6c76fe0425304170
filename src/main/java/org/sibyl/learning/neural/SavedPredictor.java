package org.sibyl.learning.neural;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sibyl.numeric.Check;

/**
 * A trained network as one file: a line of JSON that says what it is and where it comes from, its
 * weights as little-endian floats, tensor after tensor, and a CRC-32 of both. What is read back is
 * the same to the bit.
 *
 * @param architecture as a scenario writes it
 * @param individuals how many it was trained with
 * @param shapes of its tensors
 * @param weights one tensor for each shape
 * @param provenance anything else that its reader may want to know, in order
 */
public record SavedPredictor(
    String architecture,
    int individuals,
    List<Shape> shapes,
    Weights weights,
    Map<String, String> provenance) {
  public SavedPredictor {
    Check.atLeast("individuals", individuals, 1);
    shapes = List.copyOf(shapes);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    weights.requireShapes(shapes);
  }

  /**
   * Of a network of this architecture.
   *
   * @param text the architecture as a scenario writes it
   * @throws IllegalArgumentException when the weights are not of its shapes
   */
  public static SavedPredictor of(
      Architecture architecture,
      String text,
      int individuals,
      Weights weights,
      Map<String, String> provenance) {
    return new SavedPredictor(
        text, individuals, architecture.shapes(individuals), weights, provenance);
  }

  /**
   * Its weights, for so many individuals.
   *
   * @param network the architecture as read from {@link #architecture}
   * @throws IllegalArgumentException when it was trained with another number of individuals, and
   *     that matters; or when the architecture has other tensors, or a weight is not finite
   */
  public Weights weightsFor(Architecture network, int size) {
    if (size != individuals && !network.isForAnySize()) {
      throw new IllegalArgumentException(
          "saved predictor: is for "
              + individuals
              + " individuals, but there are "
              + size
              + ". Only graph networks without a head do for any number.");
    }
    List<Shape> expected = network.shapes(size);
    if (!shapes.equals(expected)) {
      throw new IllegalArgumentException(
          "saved predictor: has the tensors " + shapes + ", but its architecture " + expected);
    }
    if (!weights.isFinite()) {
      throw new IllegalArgumentException(
          "saved predictor: has weights that are not finite. Train it again.");
    }
    return weights;
  }

  /** Writes it; the stream stays open. */
  public void write(OutputStream out) throws IOException {
    new PredictorWriter(out).write(this);
  }

  /**
   * Reads one, up to the end of the stream, which stays open.
   *
   * @throws IllegalArgumentException when it is none, ends early, goes on, or was changed
   */
  public static SavedPredictor read(InputStream in) throws IOException {
    return new PredictorReader(in).read();
  }
}
