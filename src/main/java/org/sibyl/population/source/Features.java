package org.sibyl.population.source;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Sample;

/** Columns side by side, with the names that laws give them. */
final class Features {
  private Features() {}

  /** People with these features, named x1, x2, ..., and a last one named bias if asked for. */
  static Sample sample(List<Column> columns, boolean bias, Column labels) {
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= columns.size(); k++) {
      names.add("x" + k);
    }
    List<Column> all = new ArrayList<>(columns);
    if (bias) {
      names.add("bias");
      all.add(ones(labels.size()));
    }
    return new Sample(names, sideBySide(all), labels);
  }

  /** 1 for everyone. */
  static Column ones(int size) {
    return Column.constant(size, 1);
  }

  private static Matrix sideBySide(List<Column> columns) {
    int rows = columns.get(0).size();
    int width = columns.size();
    double[] entries = new double[rows * width];
    for (int k = 0; k < width; k++) {
      for (int row = 0; row < rows; row++) {
        entries[row * width + k] = columns.get(k).get(row);
      }
    }
    return Matrix.of(rows, width, entries);
  }
}
