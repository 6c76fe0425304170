package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Products of matrices against loops over entries. */
class MatrixPropertiesTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Property(seed = "20260641", tries = 100)
  void timesIsASumForEachRow(
      @ForAll @IntRange(max = 9) int rows, @ForAll @IntRange(max = 6) int columns) {
    Matrix matrix = matrix(rows, columns);
    double[] vector = column(columns).toArray();
    Column product = matrix.times(vector);
    assertThat(product.size()).isEqualTo(rows);
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int k = 0; k < columns; k++) {
        sum += matrix.get(i, k) * vector[k];
      }
      assertThat(product.get(i)).isCloseTo(sum, CLOSE);
    }
  }

  @Property(seed = "20260642", tries = 100)
  void transposedTimesIsAddedForEachColumn(
      @ForAll @IntRange(max = 9) int rows, @ForAll @IntRange(max = 6) int columns) {
    Matrix matrix = matrix(rows, columns);
    Column weights = column(rows);
    double[] sums = new double[columns];
    java.util.Arrays.fill(sums, 5);
    matrix.addTransposedTimes(weights, sums);
    for (int k = 0; k < columns; k++) {
      double sum = 5;
      for (int i = 0; i < rows; i++) {
        sum += matrix.get(i, k) * weights.get(i);
      }
      assertThat(sums[k]).isCloseTo(sum, CLOSE);
    }
  }

  @Property(seed = "20260643", tries = 100)
  void gramIsTheWeightedSumOfProducts(
      @ForAll @IntRange(max = 9) int rows, @ForAll @IntRange(max = 6) int columns) {
    Matrix matrix = matrix(rows, columns);
    Column weights = column(rows);
    Matrix gram = matrix.gram(weights);
    assertThat(gram.rows()).isEqualTo(columns);
    assertThat(gram.columns()).isEqualTo(columns);
    for (int k = 0; k < columns; k++) {
      for (int m = 0; m < columns; m++) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
          sum += weights.get(i) * matrix.get(i, k) * matrix.get(i, m);
        }
        assertThat(gram.get(k, m)).isCloseTo(sum, CLOSE).isEqualTo(gram.get(m, k));
      }
    }
  }

  @Property(seed = "20260644", tries = 100)
  void rowsAreCopied(
      @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(max = 6) int columns) {
    Matrix matrix = matrix(rows, columns);
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      matrix.copyRow(i, row);
      for (int k = 0; k < columns; k++) {
        assertThat(row[k]).isEqualTo(matrix.get(i, k));
        row[k] = Double.NaN;
      }
    }
    assertThat(matrix).isEqualTo(matrix(rows, columns));
  }

  /** The features of people without a label may be missing as well. */
  @Test
  void rowsWithoutWeightAddNothing() {
    Matrix matrix = Matrix.of(2, 2, 1, 2, Double.NaN, Double.POSITIVE_INFINITY);
    double[] sums = new double[2];
    matrix.addTransposedTimes(Column.of(3, 0), sums);
    assertThat(sums).containsExactly(3, 6);
    assertThat(matrix.gram(Column.of(3, 0))).isEqualTo(Matrix.of(2, 2, 3, 6, 6, 12));
  }

  @Test
  void sizesMustFit() {
    Matrix matrix = matrix(3, 2);
    assertThatThrownBy(() -> matrix.times(1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("vector: has 3 values, but the matrix's rows has 2");
    assertThatThrownBy(() -> matrix.addTransposedTimes(column(2), new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("weights: has 2 values, but the matrix has 3");
    assertThatThrownBy(() -> matrix.addTransposedTimes(column(3), new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sums: has 3 values, but the matrix's rows has 2");
    assertThatThrownBy(() -> matrix.gram(column(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("weights: has 4 values, but the matrix has 3");
    assertThatThrownBy(() -> matrix.copyRow(3, new double[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.copyRow(-1, new double[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Matrix matrix(int rows, int columns) {
    double[] values = new Random(31L * rows + columns).doubles(rows * columns, -3, 3).toArray();
    return Matrix.of(rows, columns, values);
  }

  private static Column column(int size) {
    return Column.of(new Random(size).doubles(size, -3, 3).toArray());
  }
}
