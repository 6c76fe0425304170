package org.sibyl.learning.neural;

import java.nio.file.Path;

/**
 * A saved predictor whose file a scenario names, with its architecture as read.
 *
 * @param file where it was read
 * @param architecture of the network
 * @param saved what the file holds
 */
public record SavedNetwork(Path file, Architecture architecture, SavedPredictor saved) {

  /**
   * Its weights, for so many individuals.
   *
   * @throws SavedNetworkException when it does not do for them
   */
  Weights weightsFor(int size) {
    try {
      return saved.weightsFor(architecture, size);
    } catch (IllegalArgumentException e) {
      throw new SavedNetworkException(file, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same, where a network of another kind would not do.
   *
   * @throws SavedNetworkException when it is of another kind
   */
  Weights weightsFor(Architecture wanted, int size) {
    if (!architecture.equals(wanted)) {
      throw new SavedNetworkException(
          file,
          "holds a network "
              + architecture
              + ", but learning.architecture is "
              + wanted
              + ". Write the same architecture.");
    }
    return weightsFor(size);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
