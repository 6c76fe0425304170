package org.sibyl.prediction.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.sibyl.prediction.risk.Spectral.Step;

/** What holds for every measure and every sample. */
class RiskMeasuresPropertiesTest {
  @Provide
  static Arbitrary<double[]> losses() {
    return loss().array(double[].class).ofMinSize(1).ofMaxSize(40);
  }

  @Provide
  static Arbitrary<double[]> twelve() {
    return loss().array(double[].class).ofSize(12);
  }

  @Provide
  static Arbitrary<double[]> twenty() {
    return loss().map(loss -> 0.1 + loss).array(double[].class).ofSize(20);
  }

  private static Arbitrary<Double> loss() {
    return Arbitraries.doubles().between(0, 1).ofScale(6);
  }

  private static List<RiskMeasure> all(double level) {
    return List.of(
        new MeanRisk(),
        new ValueAtRisk(level),
        new ConditionalValueAtRisk(level),
        new Spectral(List.of(new Step(0, 1 - level), new Step(0.5, 1 + level))));
  }

  @Property(seed = "20260701", tries = 500)
  void weightsSumToOne(
      @ForAll @DoubleRange(min = 0, max = 0.99) double level,
      @ForAll @IntRange(min = 1, max = 300) int size) {
    for (RiskMeasure measure : all(level)) {
      double sum = 0;
      for (int rank = 1; rank <= size; rank++) {
        double weight = measure.weight(rank, size);
        assertThat(weight).isGreaterThanOrEqualTo(0);
        sum += weight;
      }
      assertThat(sum).as(measure.toString()).isCloseTo(1, within(1e-12));
      assertThat(measure.weightBelow(0)).isZero();
      assertThat(measure.weightBelow(1)).isCloseTo(1, within(1e-12));
    }
  }

  /** The weights are psi's, and the measure is the weighted sum. */
  @Property(seed = "20260702", tries = 300)
  void theMeasureIsTheWeightedSum(
      @ForAll @DoubleRange(min = 0, max = 0.99) double level, @ForAll("losses") double[] losses) {
    double[] ascending = losses.clone();
    Arrays.sort(ascending);
    for (RiskMeasure measure : all(level)) {
      double sum = 0;
      double below = 0;
      for (int rank = 1; rank <= losses.length; rank++) {
        sum += measure.weight(rank, losses.length) * ascending[rank - 1];
        below += measure.weight(rank, losses.length);
        if (!(measure instanceof ValueAtRisk)) {
          assertThat(below)
              .isCloseTo(measure.weightBelow((double) rank / losses.length), within(1e-12));
        }
      }
      assertThat(measure.of(losses)).as(measure.toString()).isCloseTo(sum, within(1e-12));
    }
  }

  @Property(seed = "20260703", tries = 300)
  void atLevelZeroTheTailIsEverything(@ForAll("losses") double[] losses) {
    assertThat(new ConditionalValueAtRisk(0).of(losses))
        .isCloseTo(new MeanRisk().of(losses), within(1e-12));
  }

  /** The least of c + E(loss - c)+ / (1 - beta), which a loss attains. */
  @Property(seed = "20260704", tries = 300)
  void rockafellarAndUryasev(
      @ForAll @DoubleRange(min = 0, max = 0.99) double level, @ForAll("losses") double[] losses) {
    double least = Double.POSITIVE_INFINITY;
    for (double c : losses) {
      double excess = 0;
      for (double loss : losses) {
        excess += Math.max(0, loss - c);
      }
      least = Math.min(least, c + excess / losses.length / (1 - level));
    }
    assertThat(new ConditionalValueAtRisk(level).of(losses)).isCloseTo(least, within(1e-12));
  }

  /** P1, for as many losses above 0 as the tail holds. */
  @Property(seed = "20260705", tries = 300)
  void aDegenerateTailIsAMean(
      @ForAll @DoubleRange(min = 0, max = 0.95) double level,
      @ForAll("twenty") double[] losses,
      @ForAll @IntRange(min = 0, max = 20) int positive) {
    Arrays.fill(losses, positive, losses.length, 0);
    ConditionalValueAtRisk tail = new ConditionalValueAtRisk(level);
    double mean = new MeanRisk().of(losses) / (1 - level);
    if (tail.isDegenerate(losses)) {
      assertThat(tail.of(losses)).isCloseTo(mean, within(1e-7));
    } else {
      assertThat(tail.of(losses)).isLessThan(mean);
    }
  }

  /** Lemma P2, and its equality where all losses move by the same. */
  @Property(seed = "20260706", tries = 500)
  void measuresMoveByAtMostTheirNormTimesTheWassersteinDistance(
      @ForAll @DoubleRange(min = 0, max = 0.95) double level,
      @ForAll("twelve") double[] one,
      @ForAll("twelve") double[] other) {
    for (RiskMeasure measure : all(level)) {
      double moved = Math.abs(measure.of(one) - measure.of(other));
      bounded(measure, moved, measure.norm(Double.POSITIVE_INFINITY), distance(one, other, 1));
      bounded(measure, moved, measure.norm(2), distance(one, other, 2));
      bounded(measure, moved, measure.norm(1), farthest(one, other));
      double[] shifted = Arrays.stream(one).map(loss -> loss + 0.25).toArray();
      assertThat(measure.of(shifted) - measure.of(one)).isCloseTo(0.25, within(1e-12));
    }
  }

  private static void bounded(RiskMeasure measure, double moved, double norm, double distance) {
    if (distance > 0) { // an infinite norm says nothing
      assertThat(moved).as(measure.toString()).isLessThanOrEqualTo(norm * distance + 1e-12);
    }
  }

  private static double distance(double[] one, double[] other, double order) {
    double[] gaps = gaps(one, other);
    double sum = 0;
    for (double gap : gaps) {
      sum += Math.pow(gap, order) / gaps.length;
    }
    return Math.pow(sum, 1 / order);
  }

  private static double farthest(double[] one, double[] other) {
    return Arrays.stream(gaps(one, other)).max().orElseThrow();
  }

  private static double[] gaps(double[] one, double[] other) {
    double[] gaps = one.clone();
    double[] sorted = other.clone();
    Arrays.sort(gaps);
    Arrays.sort(sorted);
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = Math.abs(gaps[i] - sorted[i]);
    }
    return gaps;
  }
}
