package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Shared;

/** The algorithms of the specification (A1, A2, A4) against each other and against enumeration. */
class PoissonBinomialTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final double[] FIXTURE = {.3, .6, .5, .9};

  @Test
  void workedExample() {
    PoissonBinomial law = PoissonBinomial.of(FIXTURE);
    assertThat(law.trials()).isEqualTo(4);
    assertThat(law.probabilities())
        .containsExactly(new double[] {.014, .167, .405, .333, .081}, within(1e-15));
    assertThat(law.atLeast(3)).isCloseTo(.414, within(1e-15));
    assertThat(law.probability(2)).isEqualTo(law.probabilities()[2]);
  }

  @Test
  void outsideItsSupport() {
    PoissonBinomial law = PoissonBinomial.of(FIXTURE);
    assertThat(law.probability(-1)).isZero();
    assertThat(law.probability(5)).isZero();
    assertThat(law.atLeast(0)).isEqualTo(1);
    assertThat(law.atLeast(-3)).isEqualTo(1);
    assertThat(law.atLeast(5)).isZero();
  }

  @Test
  void noTrials() {
    PoissonBinomial law = PoissonBinomial.of();
    assertThat(law.probabilities()).containsExactly(1);
    assertThat(law.atLeast(1)).isZero();
    assertThat(law.leaveOneOut().highest()).isZero();
    PoissonBinomial.Kernel kernel = new PoissonBinomial.Kernel();
    assertThat(kernel.probability(0, 0)).isEqualTo(1);
    assertThat(kernel.probability(-1, 0)).isZero();
    assertThat(kernel.binomial(0, 0, .5)).isEqualTo(1);
  }

  @Test
  void rejectsWhatIsNoProbability() {
    for (double bad : new double[] {Double.NaN, -1e-300, 1.0000001, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> PoissonBinomial.of(.5, bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("p[1]: ");
    }
  }

  @Test
  void laterChangesOfTheArraysChangeNothing() {
    double[] p = FIXTURE.clone();
    PoissonBinomial law = PoissonBinomial.of(p);
    Arrays.fill(p, 1);
    Arrays.fill(law.probabilities(), 7);
    assertThat(law.probability(0)).isCloseTo(.014, within(1e-15));
    assertThat(law.leaveOneOut().probability(3, 0)).isCloseTo(.14, within(1e-15));
  }

  @Test
  void recordedLaws() {
    JsonNode cases = Shared.json("reference/games/poisson_binomial.json").get("cases");
    assertThat(cases).hasSize(17);
    for (JsonNode node : cases) {
      double[] p = numbers(node.get("p"));
      double[] pmf = numbers(node.get("pmf"));
      double[] tail = numbers(node.get("prob_at_least"));
      PoissonBinomial law = PoissonBinomial.of(p);
      PoissonBinomial.Kernel kernel = filled(p);
      for (int k = 0; k < pmf.length; k++) {
        // All terms are non-negative: about one rounding of 2^-53 for each factor and each sum.
        Offset<Double> rounding = within(StrictMath.min(1e-14, 1e-15 + 3e-16 * p.length * pmf[k]));
        assertThat(law.probability(k)).isCloseTo(pmf[k], rounding);
        assertThat(kernel.probability(k, p.length)).isCloseTo(pmf[k], rounding);
        assertThat(law.atLeast(k)).isCloseTo(tail[k], within(1e-14));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12})
  void equalsEnumeration(int m) {
    double[] p = mixed(m, 100 + m);
    assertClose(PoissonBinomial.of(p).probabilities(), enumerated(p));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 31, 64, 127, 200})
  void recurrenceEqualsTransformsAndCharacteristicFunction(int m) {
    double[] p = mixed(m, m);
    double[] law = PoissonBinomial.of(p).probabilities();
    assertClose(byCharacteristicFunction(p), law);
    for (int block : new int[] {1, 3, 16}) {
      assertClose(PoissonBinomial.byProducts(p, 0, m, block), law);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2500, 5000})
  void largeLawsByTransformEqualTheRecurrence(int m) {
    double[] p = mixed(m, m);
    double[] expected = PoissonBinomial.byRecurrence(p, 0, m);
    PoissonBinomial law = PoissonBinomial.of(p);
    assertClose(law.probabilities(), expected);
    assertThat(law.probability(m / 2)).isNotEqualTo(expected[m / 2]); // another way was taken
    assertThat(Arrays.stream(law.probabilities()).allMatch(Range.PROBABILITY::contains)).isTrue();
    assertThat(law.atLeast(m / 2)).isCloseTo(tail(expected, m / 2), CLOSE);
    PoissonBinomial.Kernel kernel = filled(p);
    for (int k = 0; k <= m; k += 250) {
      assertThat(kernel.probability(k, m)).isCloseTo(expected[k], CLOSE);
    }
  }

  /** Few terms are followed trial by trial at any size, so they keep their relative precision. */
  @Test
  void farTailsOfLargeLawsKeepTheirPrecision() {
    int m = 5000;
    double[] p = mixed(m, m);
    for (int j = 0; j < m; j++) {
      p[j] *= .02;
    }
    double[] expected = PoissonBinomial.byRecurrence(p, 0, m);
    assertThat(expected[200]).isBetween(1e-60, 1e-40);
    assertThat(filled(p).probability(200, m) / expected[200]).isCloseTo(1, CLOSE);
    for (int j = 0; j < m; j++) {
      p[j] = 1 - p[j];
    }
    assertThat(filled(p).probability(m - 200, m) / expected[200]).isCloseTo(1, within(1e-11));
  }

  @Test
  void certainTrialsAreExact() {
    for (int m : new int[] {1, 5, 12, 60, 3000}) {
      double[] p = new double[m];
      int sure = 0;
      for (int j = 0; j < m; j++) {
        p[j] = j % 3 == 0 ? 1 : 0;
        sure += j % 3 == 0 ? 1 : 0;
      }
      double[] expected = new double[m + 1];
      expected[sure] = 1;
      assertThat(Arrays.equals(PoissonBinomial.of(p).probabilities(), expected)).isTrue();
      PoissonBinomial.Kernel kernel = filled(p);
      for (int k = 0; k <= m; k += m > 100 ? 200 : 1) {
        assertThat(kernel.probability(k, m)).isEqualTo(expected[k]);
      }
      assertThat(kernel.probability(sure, m)).isEqualTo(1);
    }
  }

  @Test
  void certainTrialsShiftALargeLaw() {
    int m = 2500;
    double[] p = Arrays.copyOf(mixed(m, 1), m + 40);
    Arrays.fill(p, m, m + 30, 1);
    double[] expected = new double[m + 41];
    System.arraycopy(PoissonBinomial.byRecurrence(p, 0, m), 0, expected, 30, m + 1);
    double[] law = PoissonBinomial.of(p).probabilities();
    assertClose(law, expected);
    assertThat(Arrays.copyOf(law, 30)).containsOnly(0);
    assertThat(Arrays.copyOfRange(law, m + 31, m + 41)).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9, 50, 200})
  void leavingOneOutEqualsComputingAfresh(int m) {
    double[] p = mixed(m, 7 * m);
    PoissonBinomial.LeaveOneOut all = PoissonBinomial.of(p).leaveOneOut();
    int highest = m / 3;
    PoissonBinomial.LeaveOneOut few = PoissonBinomial.of(p).leaveOneOut(highest);
    for (int j = 0; j < m; j += StrictMath.max(1, m / 10)) {
      double[] expected = PoissonBinomial.of(without(p, j)).probabilities();
      for (int k = 0; k < m; k++) {
        assertThat(all.probability(j, k)).isCloseTo(expected[k], CLOSE);
        if (k <= highest) {
          assertThat(few.probability(j, k)).isEqualTo(all.probability(j, k));
        }
      }
    }
  }

  @Test
  void leavingOneOutOfCertainTrialsIsExact() {
    PoissonBinomial.LeaveOneOut others = PoissonBinomial.of(1, 0, 1, .25).leaveOneOut();
    assertThat(others.probability(3, 2)).isEqualTo(1);
    assertThat(others.probability(0, 1)).isEqualTo(.75);
    assertThat(others.probability(1, 3)).isEqualTo(.25);
    assertThat(others.probability(0, 0)).isZero();
  }

  @Test
  void leavingOneOutKnowsItsBounds() {
    PoissonBinomial.LeaveOneOut others = PoissonBinomial.of(FIXTURE).leaveOneOut(1);
    assertThat(others.highest()).isEqualTo(1);
    assertThat(others.probability(0, -2)).isZero();
    assertThat(others.probability(0, 4)).isZero();
    assertThatThrownBy(() -> others.probability(0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("successes: 2 must be at most 1, the highest.");
    assertThatThrownBy(() -> others.probability(4, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> PoissonBinomial.of(FIXTURE).leaveOneOut(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The law is linear in each p, so differences over any step are exact derivatives. */
  @Test
  void derivativesAreDifferencesOfTheLawsWithoutTheTrial() {
    double[] p = mixed(20, 3);
    PoissonBinomial.LeaveOneOut others = PoissonBinomial.of(p).leaveOneOut();
    for (int j = 0; j < p.length; j++) {
      PoissonBinomial up = PoissonBinomial.of(replaced(p, j, 1));
      PoissonBinomial down = PoissonBinomial.of(replaced(p, j, .25));
      for (int k = 0; k <= p.length; k++) {
        assertThat(others.probability(j, k - 1) - others.probability(j, k))
            .isCloseTo((up.probability(k) - down.probability(k)) / .75, CLOSE);
        assertThat(others.probability(j, k - 1))
            .isCloseTo((up.atLeast(k) - down.atLeast(k)) / .75, CLOSE);
      }
    }
  }

  @Test
  void kernelEqualsTheLawForEverySmallSize() {
    PoissonBinomial.Kernel kernel = new PoissonBinomial.Kernel();
    for (int m = 0; m <= 40; m++) {
      double[] p = mixed(m, 1000 + m);
      System.arraycopy(p, 0, kernel.room(m), 0, m);
      double[] law = PoissonBinomial.of(p).probabilities();
      for (int k = 0; k <= m; k++) {
        assertThat(kernel.probability(k, m)).isCloseTo(law[k], within(1e-15));
        assertThat(kernel.probability(k, m))
            .isBetween(law[k] * (1 - CLOSE.value), law[k] * (1 + CLOSE.value));
      }
      assertThat(kernel.probability(-1, m)).isZero();
      assertThat(kernel.probability(m + 1, m)).isZero();
      assertThat(Arrays.copyOf(kernel.room(m), m)).containsExactly(p);
    }
  }

  @Test
  void binomialIsBitForBitTheLawOfEqualProbabilities() {
    PoissonBinomial.Kernel kernel = new PoissonBinomial.Kernel();
    for (int m : new int[] {1, 2, 3, 6, 10, 25, 90, 2600}) {
      for (double p : new double[] {0, 1e-300, .1, .8, 1}) {
        Arrays.fill(kernel.room(m), 0, m, p);
        for (int k = 0; k <= m; k += m > 100 ? 650 : 1) {
          assertThat(kernel.binomial(k, m, p)).isEqualTo(kernel.probability(k, m));
        }
      }
    }
    assertThat(kernel.binomial(10, 20, .5)).isEqualTo(184756 / 1048576.0);
    assertThat(kernel.binomial(50, 100, .5)).isCloseTo(.07958923738717877, within(1e-16));
    assertThat(kernel.binomial(-1, 3, .5)).isZero();
    assertThat(kernel.binomial(4, 3, .5)).isZero();
  }

  @Test
  void kernelKeepsItsRoomUntilItMustGrow() {
    PoissonBinomial.Kernel kernel = new PoissonBinomial.Kernel();
    double[] room = kernel.room(5);
    assertThat(kernel.room(room.length)).isSameAs(room);
    assertThat(kernel.room(room.length + 1)).hasSizeGreaterThan(room.length);
    assertThatThrownBy(() -> kernel.probability(0, 1_000_000))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void kernelDoesNotHideNaN() {
    for (int m : new int[] {2, 10, 40, 2600}) {
      double[] p = mixed(m, m);
      p[m / 2] = Double.NaN;
      assertThat(filled(p).probability(m / 2, m)).isNaN();
    }
  }

  @Test
  void kernelDoesNotAllocate() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    PoissonBinomial.Kernel kernel = filled(mixed(100, 5));
    int calls = 20_000;
    double sum = kernel.probability(50, 100) + kernel.binomial(50, 100, .5);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < calls; i++) {
      sum += kernel.room(10)[0] + kernel.probability(4, 10) + kernel.binomial(i % 20, 40, .5);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(sum).isPositive();
    assertThat(allocated).isLessThan(calls); // less than a byte for each: the measurement's own
  }

  /** Random probabilities with some very small, some very large and some certain ones. */
  private static double[] mixed(int m, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] p = new double[m];
    for (int j = 0; j < m; j++) {
      double u = random.nextDouble();
      p[j] =
          switch (j % 11) {
            case 3 -> m < 30 ? 1 : u;
            case 6 -> .5; // the Nyquist frequency vanishes
            case 7 -> u * 1e-9;
            case 8 -> 1 - u * 1e-9;
            case 9 -> m < 30 ? 0 : u;
            default -> u;
          };
    }
    return p;
  }

  private static double[] enumerated(double[] p) {
    double[] law = new double[p.length + 1];
    for (int set = 0; set < 1 << p.length; set++) {
      double probability = 1;
      for (int j = 0; j < p.length; j++) {
        probability *= (set >> j & 1) == 1 ? p[j] : 1 - p[j];
      }
      law[Integer.bitCount(set)] += probability;
    }
    return law;
  }

  /** A4: the transform of the law is the product of (1 - p) + p w^l; inverted term by term. */
  private static double[] byCharacteristicFunction(double[] p) {
    int n = p.length + 1;
    double[] cos = new double[n];
    double[] sin = new double[n];
    for (int l = 0; l < n; l++) {
      cos[l] = StrictMath.cos(2 * StrictMath.PI * l / n);
      sin[l] = StrictMath.sin(2 * StrictMath.PI * l / n);
    }
    double[] law = new double[n];
    for (int l = 0; l < n; l++) {
      double real = 1;
      double imaginary = 0;
      for (double x : p) {
        double a = 1 - x + x * cos[l];
        double b = x * sin[l];
        double next = real * a - imaginary * b;
        imaginary = real * b + imaginary * a;
        real = next;
      }
      for (int k = 0; k < n; k++) {
        int turn = (int) ((long) l * k % n);
        law[k] += (real * cos[turn] + imaginary * sin[turn]) / n;
      }
    }
    return law;
  }

  /** All within 1e-12. Names one index: comparing thousands of values at length takes minutes. */
  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual.length).isEqualTo(expected.length);
    for (int k = 0; k < expected.length; k++) {
      assertThat(actual[k]).as("value %s", k).isCloseTo(expected[k], CLOSE);
    }
  }

  private static PoissonBinomial.Kernel filled(double[] p) {
    PoissonBinomial.Kernel kernel = new PoissonBinomial.Kernel();
    System.arraycopy(p, 0, kernel.room(p.length), 0, p.length);
    return kernel;
  }

  private static double tail(double[] law, int from) {
    double sum = 0;
    for (int k = from; k < law.length; k++) {
      sum += law[k];
    }
    return sum;
  }

  private static double[] without(double[] p, int j) {
    double[] others = new double[p.length - 1];
    System.arraycopy(p, 0, others, 0, j);
    System.arraycopy(p, j + 1, others, j, others.length - j);
    return others;
  }

  private static double[] replaced(double[] p, int j, double value) {
    double[] other = p.clone();
    other[j] = value;
    return other;
  }

  private static double[] numbers(JsonNode node) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).asDouble();
    }
    return values;
  }
}
