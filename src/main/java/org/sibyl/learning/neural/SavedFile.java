package org.sibyl.learning.neural;
import java.nio.file.Path;
final class SavedFile {
  static Weights weights(Path file, Architecture a, int size) { throw new UnsupportedOperationException(); }
}
