package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnTest {
  @Test
  void isImmutable() {
    double[] given = {1, 2, 3};
    Column column = Column.of(given);
    long fingerprint = column.fingerprint();
    given[0] = 9;
    column.toArray()[1] = 9;
    column.asMatrix().toArray()[2] = 9;
    assertThat(column.toArray()).containsExactly(1, 2, 3);
    assertThat(column.fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void fourWaysToTheSameColumn() {
    Column expected = Column.of(2, 2, 2);
    assertThat(Column.constant(3, 2)).isEqualTo(expected).hasSameHashCodeAs(expected);
    assertThat(Column.generate(3, i -> 2)).isEqualTo(expected);
    assertThat(Column.owning(new double[] {2, 2, 2})).isEqualTo(expected);
    assertThat(Column.generate(3, i -> i)).isEqualTo(Column.of(0, 1, 2));
    assertThat(expected.size()).isEqualTo(3);
    assertThat(Column.of(5, 6).get(1)).isEqualTo(6);
  }

  @Test
  void equalsBitForBit() {
    assertThat(Column.of(0.0)).isNotEqualTo(Column.of(-0.0));
    assertThat(Column.of(Double.NaN)).isEqualTo(Column.of(Double.NaN));
    assertThat(Column.of(1)).isNotEqualTo(Column.of(StrictMath.nextUp(1.0)));
    assertThat(Column.of(1, 2)).isNotEqualTo(Column.of(1)).isNotEqualTo(Column.of(2, 1));
    assertThat(Column.of(1)).isNotEqualTo("1");
  }

  /** Beside 1e16 a 1 is lost to rounding, so only the first of three blocks loses its ones. */
  @Test
  void sumsInBlocksOf1024() {
    Column column = Column.generate(3000, i -> i == 0 ? 1e16 : 1);
    assertThat(column.sum()).isEqualTo(1e16 + 1976);
    assertThat(Column.generate(3000, i -> i).sum()).isEqualTo(4_498_500);
    assertThat(Column.generate(1025, i -> i == 1024 ? 5 : 0).sum()).isEqualTo(5);
    assertThat(Column.of().sum()).isZero();
  }

  @Test
  void mean() {
    assertThat(Column.of(1, 2, 6).mean()).isCloseTo(3, within(1e-15));
    assertThat(Column.of().mean()).isNaN();
  }

  @Test
  void findsTheFirstNaN() {
    assertThat(Column.of(1, Double.NaN, Double.NaN).firstNaN()).isEqualTo(1);
    assertThat(Column.of(1, Double.POSITIVE_INFINITY).firstNaN()).isEqualTo(-1);
  }

  @Test
  void everyBitOfEveryValueReachesTheFingerprint() {
    Set<Long> fingerprints = new HashSet<>();
    int columns = 0;
    for (int i = 0; i < 5; i++) {
      for (int bit = 0; bit < 64; bit++) {
        double[] values = {1, 1, 1, 1, 1};
        values[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(values[i]) ^ 1L << bit);
        fingerprints.add(Column.of(values).fingerprint());
        columns++;
      }
    }
    for (int size = 0; size < 20; size++) {
      fingerprints.add(Column.constant(size, 0).fingerprint());
      columns++;
    }
    // 340 columns: two agree by chance with probability below 340^2 / 2^65 = 4e-15.
    assertThat(fingerprints).hasSize(columns);
    assertThat(Column.of(1, 2).fingerprint()).isNotEqualTo(Column.of(2, 1).fingerprint());
    assertThat(Column.of(1, 2).fingerprint()).isEqualTo(Column.of(1, 2).fingerprint());
  }

  /** Recorded fingerprints would no longer compare if this changed. */
  @Test
  void fingerprintIsThatOfPublishedResults() {
    assertThat(Column.of().fingerprint()).isZero();
    assertThat(Column.of(0, 1, -2.5, 1e-300).fingerprint()).isEqualTo(-4381559488420015776L);
  }

  @Test
  void showsFewValuesAndDescribesMany() {
    assertThat(Column.of(1, 2)).hasToString("[1.0, 2.0]");
    assertThat(Column.constant(9, 2)).hasToString("Column[size=9, mean=2.0]");
  }
}
