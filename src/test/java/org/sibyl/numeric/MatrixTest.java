package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Matrix TWO_BY_THREE = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);

  @Test
  void isImmutable() {
    double[] given = {1, 2, 3, 4, 5, 6};
    Matrix matrix = Matrix.of(2, 3, given);
    given[0] = 9;
    matrix.toArray()[1] = 9;
    matrix.column(2).toArray()[0] = 9;
    assertThat(matrix).isEqualTo(TWO_BY_THREE);
    assertThat(matrix.fingerprint()).isEqualTo(TWO_BY_THREE.fingerprint());
  }

  @Test
  void isRowMajor() {
    assertThat(TWO_BY_THREE.rows()).isEqualTo(2);
    assertThat(TWO_BY_THREE.columns()).isEqualTo(3);
    assertThat(TWO_BY_THREE.get(0, 2)).isEqualTo(3);
    assertThat(TWO_BY_THREE.get(1, 0)).isEqualTo(4);
    assertThat(TWO_BY_THREE.column(1)).isEqualTo(Column.of(2, 5));
    assertThat(TWO_BY_THREE.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  /** The greatest of a row by its size, not its sign; of equal ones the first. */
  @Test
  void theDominantColumn() {
    Matrix matrix = Matrix.of(4, 3, 1, 2, -3, -2, 1, 2, 0, 0, 0, 0, -1, 0.5);
    int[] dominant = {2, 0, 0, 1};
    for (int row = 0; row < 4; row++) {
      assertThat(matrix.dominantColumn(row)).isEqualTo(dominant[row]);
    }
  }

  @Test
  void picksRows() {
    assertThat(TWO_BY_THREE.rows(1, 0, 1)).isEqualTo(Matrix.of(3, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6));
    assertThat(TWO_BY_THREE.rows(new int[0])).isEqualTo(Matrix.of(0, 3));
  }

  @Test
  void aColumnAndBack() {
    Column column = Column.of(1, 2, 3);
    assertThat(column.asMatrix()).isEqualTo(Matrix.of(3, 1, 1, 2, 3));
    assertThat(column.asMatrix().column(0)).isEqualTo(column);
  }

  @Test
  void equalsInShapeAndBits() {
    assertThat(TWO_BY_THREE)
        .isEqualTo(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6))
        .hasSameHashCodeAs(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6))
        .isNotEqualTo(Matrix.of(3, 2, 1, 2, 3, 4, 5, 6))
        .isNotEqualTo(Matrix.of(2, 3, 1, 2, 3, 4, 5, 7))
        .isNotEqualTo("matrix");
    assertThat(Matrix.of(0, 3)).isNotEqualTo(Matrix.of(0, 2)).isNotEqualTo(Matrix.of(3, 0));
    assertThat(TWO_BY_THREE).hasToString("Matrix[2 x 3]");
  }

  @Test
  void fingerprintKnowsTheShape() {
    assertThat(TWO_BY_THREE.fingerprint())
        .isNotEqualTo(Matrix.of(3, 2, 1, 2, 3, 4, 5, 6).fingerprint())
        .isNotEqualTo(Matrix.of(2, 3, 1, 2, 3, 4, 6, 5).fingerprint())
        .isEqualTo(6190452883431367155L);
  }

  @Test
  void knowsItsBounds() {
    assertThatThrownBy(() -> TWO_BY_THREE.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TWO_BY_THREE.get(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TWO_BY_THREE.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TWO_BY_THREE.column(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Column.of(1).asMatrix().column(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TWO_BY_THREE.rows(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void needsAsManyValuesAsEntries() {
    assertThatThrownBy(() -> Matrix.of(2, 3, 1, 2, 3, 4, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("matrix: has 5 values, but 2 x 3 has 6. Give one value for each.");
    assertThatThrownBy(() -> Matrix.of(-2, -1, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows: -2 must be at least 0.");
    assertThatThrownBy(() -> Matrix.of(1 << 16, 1 << 16)) // 0 in 32 bits
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("matrix: 65536 x 65536 ");
  }
}
