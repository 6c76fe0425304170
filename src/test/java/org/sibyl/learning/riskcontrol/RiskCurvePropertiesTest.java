package org.sibyl.learning.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;
import org.sibyl.prediction.risk.RiskTarget;

/** Risk by break points, held against all losses anew for every lambda and against bisection. */
class RiskCurvePropertiesTest {
  private static final double[] SMOOTHINGS = {0, 0, 1e-4, 0.03, 0.4};

  @Property(tries = 500)
  void theMean(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int people,
      @ForAll @IntRange(max = 4) int smoothing,
      @ForAll @DoubleRange(max = 2) double slope,
      @ForAll boolean halves,
      @ForAll boolean ties) {
    Random random = new Random(seed);
    JudgedSample sample = sample(random, people, people, halves, ties);
    agree(random, new MeanRisk(), sample, SMOOTHINGS[smoothing], slope, true);
  }

  @Property(tries = 500)
  void aTailThatFewReach(
      @ForAll long seed,
      @ForAll @IntRange(max = 16) int costly,
      @ForAll @IntRange(max = 4) int smoothing,
      @ForAll @DoubleRange(max = 2) double slope,
      @ForAll boolean halves) {
    Random random = new Random(seed);
    JudgedSample sample = sample(random, 40, costly, halves, false);
    // 1 - beta is .25: up to 10 of 40 it is four times the mean, above that no such thing
    long count = Arrays.stream(sample.labels()).filter(label -> label > 0).count();
    RiskMeasure measure = new ConditionalValueAtRisk(0.75);
    agree(random, measure, sample, SMOOTHINGS[smoothing], slope, count <= 10);
    if (count > 0 && count <= 10) {
      RiskTarget risk = new RiskTarget(new Acceptance(0, 1), measure, 0.3);
      assertThat(RiskCurve.of(risk, sample).timesMean().get()).isCloseTo(4, within(1e-12));
    }
  }

  private static void agree(
      Random random,
      RiskMeasure measure,
      JudgedSample sample,
      double smoothing,
      double slope,
      boolean byBreakPoints) {
    RiskTarget risk = new RiskTarget(new Acceptance(smoothing, 1), measure, 0.3);
    RiskCurve curve = RiskCurve.of(risk, sample);
    RiskCurve oracle = RiskCurve.simple(risk, sample);
    assertThat(curve instanceof AcceptanceCurve).isEqualTo(byBreakPoints);
    for (int k = 0; k < 5; k++) {
      double lambda = -0.2 + 1.4 * random.nextDouble();
      assertThat(curve.at(lambda)).isCloseTo(oracle.at(lambda), within(1e-13));
    }
    for (double score : sample.scores()) { // at the steps themselves, to the side
      assertThat(curve.at(1 - score)).isCloseTo(oracle.at(1 - score), within(1e-13));
    }
    double deployed = 0.6 + 0.6 * random.nextDouble();
    double limit = curve.at(deployed) + random.nextDouble() * 0.4;
    double found = curve.least(0, deployed, slope, limit);
    // both are on the safe side of the same root; bisection is within its precision of it
    assertThat(curve.at(found) + slope * (deployed - found)).isLessThanOrEqualTo(limit);
    assertThat(found).isCloseTo(oracle.least(0, deployed, slope, limit), within(5e-12));
    if (found > 0) {
      double below = found - 1e-11;
      assertThat(curve.at(below) + slope * (deployed - below))
          .isGreaterThan(limit - 1e-15 - (slope == 0 ? 1e-13 : 0));
    }
  }

  private static JudgedSample sample(
      Random random, int people, int most, boolean halves, boolean ties) {
    double[] scores = new double[most];
    double[] labels = new double[most];
    for (int i = 0; i < most; i++) {
      scores[i] = ties ? random.nextInt(5) / 4.0 : random.nextDouble();
      labels[i] = random.nextInt(4) == 0 ? 0 : halves ? random.nextDouble() : 1;
    }
    return JudgedSample.of(people, scores, labels);
  }

  /** The order in which people come does not change a bit. */
  @Property(tries = 200)
  void orderDoesNotMatter(@ForAll long seed, @ForAll boolean ties) {
    JudgedSample sample = sample(new Random(seed), 30, 30, true, ties);
    double[] scores = new double[30];
    double[] labels = new double[30];
    for (int i = 0; i < 30; i++) {
      scores[i] = sample.scores()[(7 * i + 3) % 30];
      labels[i] = sample.labels()[(7 * i + 3) % 30];
    }
    int[] byScore =
        IntStream.range(0, 30)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(i -> i)
            .toArray();
    JudgedSample ascending =
        JudgedSample.of(
            30,
            Arrays.stream(byScore).mapToDouble(i -> scores[i]).toArray(),
            Arrays.stream(byScore).mapToDouble(i -> labels[i]).toArray());
    RiskTarget risk = new RiskTarget(new Acceptance(0.1, 1), new MeanRisk(), 0.3);
    RiskCurve sorted = RiskCurve.of(risk, ascending);
    RiskCurve one = RiskCurve.of(risk, sample);
    RiskCurve other = RiskCurve.of(risk, JudgedSample.of(30, scores, labels));
    for (double lambda = 0; lambda <= 1; lambda += 0.01) {
      assertThat(one.at(lambda)).isEqualTo(other.at(lambda)).isEqualTo(sorted.at(lambda));
    }
  }
}
