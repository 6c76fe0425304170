package org.sibyl.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** The structures for which drawn designs are chosen. */
class DrawnDesignsTest {
  private static Points points(Design design, int paths, long seed) {
    List<Levels> levels =
        Stream.generate(() -> Levels.parse("a", "0.0..1.0")).limit(paths).toList();
    return design.points(levels, Randomness.of(seed).at(Draw.DESIGN, 0));
  }

  // ---- random

  @Test
  void randomPositionsAreUniformAndIndependent() {
    Points points = points(new RandomPoints(20_000), 2, 20260701);
    double sum = 0;
    double product = 0;
    for (int point = 0; point < 20_000; point++) {
      double x = points.position(point, 0);
      double y = points.position(point, 1);
      sum += x;
      product += (x - 0.5) * (y - 0.5);
    }
    // standard errors are 0.289 and 1/12 over the root of 20000: six of them, false alarm 4e-9
    assertThat(sum / 20_000).isCloseTo(0.5, within(0.0123));
    assertThat(product / 20_000).isCloseTo(0, within(0.0036));
  }

  // ---- Latin hypercube

  @Test
  void everyStratumIsMetOnce() {
    Points points = points(new LatinHypercube(1000), 4, 1);
    for (int path = 0; path < 4; path++) {
      BitSet met = new BitSet();
      for (int point = 0; point < 1000; point++) {
        met.set((int) (points.position(point, path) * 1000));
      }
      assertThat(met.cardinality()).isEqualTo(1000);
    }
  }

  @Test
  void strataOfPathsArePairedByChance() {
    Points points = points(new LatinHypercube(1000), 2, 1);
    int alike = 0;
    for (int point = 0; point < 1000; point++) {
      alike +=
          (int) (points.position(point, 0) * 1000) == (int) (points.position(point, 1) * 1000)
              ? 1
              : 0;
    }
    assertThat(alike).isLessThan(12); // Poisson of mean 1: more with probability 8e-10
  }

  // ---- Sobol sequence

  /** The L2 star discrepancy, squared (Warnock 1972). */
  private static double discrepancy(Points points, int paths) {
    int size = (int) points.size();
    double single = 0;
    double pairs = 0;
    for (int i = 0; i < size; i++) {
      double product = 1;
      for (int k = 0; k < paths; k++) {
        product *= (1 - points.position(i, k) * points.position(i, k)) / 2;
      }
      single += product;
      for (int j = 0; j < size; j++) {
        double overlap = 1;
        for (int k = 0; k < paths; k++) {
          overlap *= 1 - Math.max(points.position(i, k), points.position(j, k));
        }
        pairs += overlap;
      }
    }
    return Math.pow(3, -paths) - 2 * single / size + pairs / ((double) size * size);
  }

  @Test
  void sobolPointsFillTheCubeMoreEvenlyThanRandomOnes() {
    for (long seed = 0; seed < 5; seed++) {
      double sobol = discrepancy(points(new SobolSequence(256), 3, seed), 3);
      double random = discrepancy(points(new RandomPoints(256), 3, seed), 3);
      assertThat(sobol).isPositive().isLessThan(random / 5);
    }
  }

  /** The first 2^m points are a net: every stratum of 2^-m is met once, whatever the shift. */
  @Test
  void shiftedPointsRemainANet() {
    for (long seed = 0; seed < 3; seed++) {
      Points points = points(new SobolSequence(64), 2, seed);
      for (int bits = 0; bits <= 6; bits++) {
        BitSet met = new BitSet();
        for (int point = 0; point < 64; point++) {
          int column = (int) (points.position(point, 0) * (1 << bits));
          int row = (int) (points.position(point, 1) * (1 << 6 - bits));
          met.set(column << 6 - bits | row);
        }
        assertThat(met.cardinality()).isEqualTo(64);
      }
    }
  }

  @Test
  void sobolSequenceHasItsLimits() {
    assertThatThrownBy(() -> points(new SobolSequence(4), 30_000, 0))
        .hasMessage(
            "design: needs a Sobol sequence of 30000 dimensions, more than there is."
                + " Vary fewer paths.");
  }

  // ---- Morris

  @Test
  void trajectoriesMoveEachPathOnceByDelta() {
    int paths = 5;
    Points points = points(new Morris(200, 6), paths, 3);
    assertThat(points.size()).isEqualTo(200 * 6);
    double delta = 6 / (2.0 * 5); // Morris 1991, section 3
    int rises = 0;
    for (int trajectory = 0; trajectory < 200; trajectory++) {
      BitSet moved = new BitSet();
      for (int step = 0; step < paths; step++) {
        long from = trajectory * 6L + step;
        for (int path = 0; path < paths; path++) {
          double change = points.position(from + 1, path) - points.position(from, path);
          if (change != 0) {
            assertThat(Math.abs(change)).isCloseTo(delta, within(1e-12));
            assertThat(moved.get(path)).isFalse();
            moved.set(path);
            rises += change > 0 ? 1 : 0;
          }
        }
        assertThat(moved.cardinality()).isEqualTo(step + 1);
      }
    }
    // of 1000 fair coins: beyond six standard deviations with probability 2e-9
    assertThat(rises).isBetween(405, 595);
  }

  @Test
  void trajectoriesUseAllPositionsOfTheirGrid() {
    Points points = points(new Morris(200, 4), 3, 3);
    int[] seen = new int[4];
    for (int point = 0; point < points.size(); point++) {
      for (int path = 0; path < 3; path++) {
        double grid = points.position(point, path) * 3;
        assertThat(grid).isCloseTo(Math.rint(grid), within(1e-12));
        seen[(int) Math.rint(grid)]++;
      }
    }
    // of each of 600 moves a position has 1, 2 or 3 points, or with probability 1/2 none: mean 600,
    // standard deviation 28; six of them
    assertThat(seen).matches(all -> Arrays.stream(all).allMatch(n -> n > 430 && n < 770));
  }

  @Test
  void pathsMoveInEveryOrder() {
    Points points = points(new Morris(400, 4), 3, 3);
    int[] first = new int[3];
    for (int trajectory = 0; trajectory < 400; trajectory++) {
      for (int path = 0; path < 3; path++) {
        boolean moves =
            points.position(trajectory * 4L, path) != points.position(trajectory * 4L + 1, path);
        first[path] += moves ? 1 : 0;
      }
    }
    // 133 expected, standard deviation 9.4: six of them
    assertThat(first).matches(all -> Arrays.stream(all).allMatch(n -> n > 76 && n < 190));
  }

  // ---- Sobol indices

  @Test
  void eachRowExchangesOneColumnAtATime() {
    int paths = 3;
    Points points = points(new SobolIndices(16), paths, 4);
    assertThat(points.size()).isEqualTo(16 * 5);
    for (int row = 0; row < 16; row++) {
      long a = row * 5L;
      long b = a + 1;
      for (int exchanged = 0; exchanged < paths; exchanged++) {
        for (int path = 0; path < paths; path++) {
          long source = path == exchanged ? b : a;
          assertThat(points.position(a + 2 + exchanged, path))
              .isEqualTo(points.position(source, path));
          assertThat(points.position(a, path)).isNotEqualTo(points.position(b, path));
        }
      }
    }
  }

  @Test
  void matricesAreHalvesOfOneSequence() {
    Points points = points(new SobolIndices(64), 2, 4);
    Points sequence = points(new SobolSequence(64), 4, 4);
    for (int row = 0; row < 64; row++) {
      for (int path = 0; path < 2; path++) {
        assertThat(points.position(row * 4L, path)).isEqualTo(sequence.position(row, path));
        assertThat(points.position(row * 4L + 1, path)).isEqualTo(sequence.position(row, path + 2));
      }
    }
  }

  /** For f = x1 + 2 x2 the first-order indices are 0.2 and 0.8 (estimator of Saltelli 2010). */
  @Test
  void pointsGiveTheIndicesOfALinearFunction() {
    int base = 1024;
    Points points = points(new SobolIndices(base), 2, 9);
    double[] first = new double[2];
    double mean = 0;
    double square = 0;
    for (int row = 0; row < base; row++) {
      double fA = linear(points, row * 4L);
      double fB = linear(points, row * 4L + 1);
      mean += (fA + fB) / (2 * base);
      square += (fA * fA + fB * fB) / (2 * base);
      for (int path = 0; path < 2; path++) {
        first[path] += fB * (linear(points, row * 4L + 2 + path) - fA) / base;
      }
    }
    double variance = square - mean * mean;
    assertThat(first[0] / variance).isCloseTo(0.2, within(0.02));
    assertThat(first[1] / variance).isCloseTo(0.8, within(0.02));
  }

  private static double linear(Points points, long point) {
    return points.position(point, 0) + 2 * points.position(point, 1);
  }
}
