package org.sibyl.population.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

class SourcesTest {
  private static UniformRandomProvider stream(long seed) {
    return Randomness.of(seed).at(Draw.FEATURES, 0);
  }

  private static double deviation(Column column) {
    double mean = column.mean();
    return Math.sqrt(
        Column.generate(column.size(), i -> (column.get(i) - mean) * (column.get(i) - mean))
            .mean());
  }

  static Stream<FeatureSource> all() {
    return Stream.of(
        new NormalSource(3, Values.all(2), 0.5, false, false),
        new NormalSource(1, Values.all(0), 1, true, true),
        new NormalSource(2, Values.each(1, 5), 0, true, true),
        new ConstantSource(),
        new TwoClasses(0.3, -1, 1, 2, 0),
        new CoinSource(),
        new OneHot(3),
        new ScoredGroups(
            Values.each(1, 2),
            List.of(Values.each(1, 3), Values.all(1)),
            Values.all(1),
            true,
            true),
        new Blocks(2, new ConstantSource()),
        new Outbreak(0.3, 0.2, 0.5),
        new Residents(3, 40, 30, 2, false));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everySourceIsALawThatIsFiniteAndRepeats(FeatureSource source) {
    assertThat(source.fixedSize()).isEmpty();
    assertThat(source.prepared()).isSameAs(source);
    for (int size : new int[] {2, 20, 1000}) {
      Sample sample = source.draw(size, stream(1));
      assertThat(sample.size()).isEqualTo(size);
      assertThat(sample.names()).doesNotHaveDuplicates();
      for (double value : sample.features().toArray()) {
        assertThat(value).isFinite();
      }
      assertThat(source.draw(size, stream(1))).isEqualTo(sample);
    }
    assertThatThrownBy(() -> source.draw(0, stream(1)))
        .hasMessageStartingWith("size: 0 must be at least ");
  }

  /** Bounds are five standard errors of 10 000 draws: one false alarm in two million. */
  @Test
  void normalFeaturesHaveTheirLaw() {
    NormalSource source = new NormalSource(2, Values.each(-1, 4), 2, true, false);
    Sample sample = source.draw(10_000, stream(2));
    assertThat(sample.names()).containsExactly("x1", "x2", "bias");
    Column first = sample.features().column(0);
    Column second = sample.features().column(1);
    assertThat(first.mean()).isCloseTo(-1, within(5 * 0.02)).isNotCloseTo(-1, within(1e-9));
    assertThat(second.mean()).isCloseTo(4, within(5 * 0.02));
    assertThat(deviation(first)).isCloseTo(2, within(5 * 0.0142));
    assertThat(deviation(second)).isCloseTo(2, within(5 * 0.0142));
    Column product = Column.generate(10_000, i -> (first.get(i) + 1) * (second.get(i) - 4) / 4);
    assertThat(product.mean()).isCloseTo(0, within(5 * 0.01));
    // a normal law has 68.27 % within one deviation; standard error .0047
    Column inside = Column.generate(10_000, i -> Math.abs(first.get(i) + 1) < 2 ? 1 : 0);
    assertThat(inside.mean()).isCloseTo(0.6827, within(5 * 0.0047));
    assertThat(sample.features().column(2).toArray()).containsOnly(1);
    assertThat(sample.labels().toArray()).containsOnly(1);
    assertThat(source.draw(10_000, stream(3))).isNotEqualTo(sample);
  }

  @Test
  void exactMomentsHoldForThePeopleThemselves() {
    NormalSource source = new NormalSource(2, Values.each(-1, 4), 2, false, true);
    for (int size : new int[] {2, 7, 5000}) {
      Sample sample = source.draw(size, stream(4));
      for (int k = 0; k < 2; k++) {
        Column feature = sample.features().column(k);
        assertThat(feature.mean()).isCloseTo(k == 0 ? -1 : 4, within(1e-14));
        assertThat(deviation(feature)).isCloseTo(2, within(1e-14));
      }
    }
  }

  @Test
  void exactMomentsMoveTheSamePeople() {
    Sample free = new NormalSource(1, Values.all(0), 1, false, false).draw(50, stream(5));
    Sample exact = new NormalSource(1, Values.all(0), 1, false, true).draw(50, stream(5));
    double scale = exact.features().get(1, 0) - exact.features().get(0, 0);
    scale /= free.features().get(1, 0) - free.features().get(0, 0);
    assertThat(scale).isBetween(0.5, 2.0);
    for (int i = 1; i < 50; i++) {
      assertThat(exact.features().get(i, 0) - exact.features().get(0, 0))
          .isCloseTo(
              scale * (free.features().get(i, 0) - free.features().get(0, 0)), within(1e-12));
    }
  }

  @Test
  void onePersonAloneHasNoDeviation() {
    assertThatThrownBy(() -> new NormalSource(1, Values.all(0), 1, false, true).draw(1, stream(1)))
        .hasMessage("size: 1 must be at least 2 for a deviation to be exact.");
    Sample point = new NormalSource(1, Values.all(3), 0, false, true).draw(1, stream(1));
    assertThat(point.features().get(0, 0)).isEqualTo(3);
  }

  @Test
  void normalParametersAreChecked() {
    assertThatThrownBy(() -> new NormalSource(0, Values.all(0), 1, false, false))
        .hasMessage("dimension: 0 must be at least 1.");
    assertThatThrownBy(() -> new NormalSource(2, Values.each(0, Double.NaN), 1, false, false))
        .hasMessage("mean[1]: NaN must lie in (-inf, inf).");
    assertThatThrownBy(() -> new NormalSource(3, Values.each(0, 1), 1, false, false))
        .hasMessage("mean: has 2 values, but dimension has 3. Give one value for each.");
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new NormalSource(1, Values.all(0), wrong, false, false))
          .hasMessageContaining("deviation: ")
          .hasMessageEndingWith(" must lie in [0, inf).");
    }
  }

  @Test
  void constantPeopleAreAllOne() {
    Sample sample = new ConstantSource().draw(3, stream(1));
    assertThat(sample.names()).containsExactly("bias");
    assertThat(sample.features().toArray()).containsExactly(1, 1, 1);
    assertThat(sample.labels().toArray()).containsExactly(1, 1, 1);
  }

  @Test
  void coinsFallInTurn() {
    Sample sample = new CoinSource().draw(4, stream(1));
    assertThat(sample.names()).containsExactly("x1");
    assertThat(sample.features().toArray()).containsExactly(1, -1, 1, -1);
    assertThat(sample.labels().toArray()).containsOnly(1);
    assertThatThrownBy(() -> new CoinSource().draw(5, stream(1)))
        .hasMessage("size: 5 must be even to have equal halves.");
  }

  @Test
  void groupsTakeTurns() {
    Sample sample = new OneHot(3).draw(4, stream(1));
    assertThat(sample.names()).containsExactly("x1", "x2", "x3");
    assertThat(sample.features().toArray())
        .containsExactly(1, 0, 0, /**/ 0, 1, 0, /**/ 0, 0, 1, /**/ 1, 0, 0);
    assertThat(sample.labels().toArray()).containsOnly(1);
    assertThatThrownBy(() -> new OneHot(0)).hasMessage("groups: 0 must be at least 1.");
  }

  @Test
  void blocksOfOneConstantAreOneHot() {
    Sample blocks = new Blocks(3, new ConstantSource()).draw(4, stream(1));
    Sample oneHot = new OneHot(3).draw(4, stream(1));
    assertThat(blocks.features()).isEqualTo(oneHot.features());
    assertThat(blocks.labels()).isEqualTo(oneHot.labels());
    assertThat(blocks.names()).containsExactly("bias-of-1", "bias-of-2", "bias-of-3");
  }

  /** Every group has the moments asked for, in its own block, and 0 in the other. */
  @Test
  void eachBlockIsASampleOfItsOwn() {
    NormalSource own = new NormalSource(1, Values.all(3), 2, true, true);
    Sample sample = new Blocks(2, own).draw(7, stream(8));
    assertThat(sample.names()).containsExactly("x1-of-1", "bias-of-1", "x1-of-2", "bias-of-2");
    UniformRandomProvider random = stream(8);
    List<Sample> groups = List.of(own.draw(4, random), own.draw(3, random));
    for (int i = 0; i < 7; i++) {
      for (int k = 0; k < 4; k++) {
        double expected = k / 2 == i % 2 ? groups.get(i % 2).features().get(i / 2, k % 2) : 0;
        assertThat(sample.features().get(i, k)).isEqualTo(expected);
      }
    }
    Column first = groups.get(0).features().column(0);
    assertThat(first.mean()).isCloseTo(3, within(1e-14));
    assertThat(deviation(first)).isCloseTo(2, within(1e-14));
    Sample classes = new Blocks(2, new TwoClasses(0.5, -1, 1, 1, 1)).draw(40, stream(8));
    Sample zeroth = new TwoClasses(0.5, -1, 1, 1, 1).draw(20, stream(8));
    for (int i = 0; i < 20; i++) {
      assertThat(classes.labels().get(2 * i)).isEqualTo(zeroth.labels().get(i));
    }
  }

  @Test
  void noBlockIsEmpty() {
    assertThatThrownBy(() -> new Blocks(3, new ConstantSource()).draw(2, stream(1)))
        .hasMessage("size: 2 must be at least 3.");
    assertThatThrownBy(() -> new Blocks(0, new ConstantSource()))
        .hasMessage("groups: 0 must be at least 1.");
  }

  /** Bounds are five standard errors, for 20 000 people of whom about 6000 have label 1. */
  @Test
  void twoClassesHaveTheirLaws() {
    Sample sample = new TwoClasses(0.3, -1, 0.5, 2, 3).draw(20_000, stream(6));
    assertThat(sample.names()).containsExactly("x1", "bias");
    assertThat(sample.features().column(1).toArray()).containsOnly(1);
    assertThat(sample.labels().toArray()).containsOnly(0, 1);
    assertThat(sample.labels().mean()).isCloseTo(0.3, within(5 * 0.00324));
    Column zeros = ofLabel(sample, 0);
    Column ones = ofLabel(sample, 1);
    assertThat(zeros.mean()).isCloseTo(-1, within(5 * 0.5 / Math.sqrt(13_800)));
    assertThat(deviation(zeros)).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(2 * 13_800)));
    assertThat(ones.mean()).isCloseTo(2, within(5 * 3 / Math.sqrt(5800)));
    assertThat(deviation(ones)).isCloseTo(3, within(5 * 3 / Math.sqrt(2 * 5800)));
  }

  private static Column ofLabel(Sample sample, double label) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      if (sample.labels().get(i) == label) {
        values.add(sample.features().get(i, 0));
      }
    }
    return Column.generate(values.size(), values::get);
  }

  @Test
  void aChangedMeanMovesPeopleButDrawsNoOthers() {
    Sample one = new TwoClasses(0.5, -1, 1, 1, 1).draw(100, stream(7));
    Sample other = new TwoClasses(0.5, -1, 1, 5, 1).draw(100, stream(7));
    assertThat(other.labels()).isEqualTo(one.labels());
    for (int i = 0; i < 100; i++) {
      double moved = one.labels().get(i) == 1 ? 4 : 0;
      assertThat(other.features().get(i, 0) - one.features().get(i, 0))
          .isCloseTo(moved, within(1e-12));
    }
    assertThat(new TwoClasses(0, 0, 1, 0, 1).draw(100, stream(7)).labels().sum()).isZero();
    assertThat(new TwoClasses(1, 0, 1, 0, 1).draw(100, stream(7)).labels().sum()).isEqualTo(100);
  }

  @Test
  void parametersOfTwoClassesAreChecked() {
    assertThatThrownBy(() -> new TwoClasses(1.1, 0, 1, 0, 1))
        .hasMessage("share: 1.1 must lie in [0, 1].");
    assertThatThrownBy(() -> new TwoClasses(0.5, Double.NaN, 1, 0, 1))
        .hasMessage("mean0: NaN must be a finite number.");
    assertThatThrownBy(() -> new TwoClasses(0.5, 0, -1, 0, 1))
        .hasMessage("deviation0: -1 must lie in [0, inf).");
    assertThatThrownBy(() -> new TwoClasses(0.5, 0, 1, Double.POSITIVE_INFINITY, 1))
        .hasMessage("mean1: Infinity must be a finite number.");
    assertThatThrownBy(() -> new TwoClasses(0.5, 0, 1, 0, Double.NaN))
        .hasMessage("deviation1: NaN must lie in [0, inf).");
  }

  @Test
  void anOutbreakHasItsSharesAndNobodyIsCountedYet() {
    Sample sample = new Outbreak(0.1, 0.5, 0.5).draw(1000, stream(5));
    Column sick = sample.features().column(Outbreak.INFECTIOUS);
    Column safe = sample.features().column(Outbreak.IMMUNE);
    assertThat(sick.sum()).isEqualTo(100);
    assertThat(safe.sum()).isEqualTo(450);
    assertThat(Column.generate(1000, i -> sick.get(i) * safe.get(i)).sum()).isZero();
    assertThat(sample.features().column(Outbreak.AROUND).toArray()).containsOnly(0);
    assertThat(sample.features().column(4).toArray()).containsOnly(1);
    Column vulnerability = sample.features().column(Outbreak.VULNERABILITY);
    assertThat(DoubleStream.of(vulnerability.toArray())).allMatch(x -> 0.5 <= x && x <= 1.5);
    // uniform of width 1: five standard errors of .0091
    assertThat(vulnerability.mean()).isCloseTo(1, within(5 * 0.0092));
    assertThat(deviation(vulnerability)).isCloseTo(0.2887, within(0.03));
  }

  @Test
  void residentsHaveAPlaceEach() {
    Sample sample = new Residents(3, 4, 5, 1, true).draw(20, stream(6));
    assertThat(sample.names())
        .containsExactly("own-type", "row", "column", "type1", "type2", "type3");
    int[] places = new int[20];
    for (int i = 0; i < 20; i++) {
      places[i] = (int) (sample.features().get(i, 1) * 5 + sample.features().get(i, 2));
      for (int type = 0; type < 3; type++) {
        assertThat(sample.features().get(i, 3 + type)).isEqualTo(i % 3 == type ? 1 : 0);
      }
    }
    assertThat(places).doesNotHaveDuplicates();
    assertThat(IntStream.of(places)).allMatch(place -> 0 <= place && place < 20);
  }
}
