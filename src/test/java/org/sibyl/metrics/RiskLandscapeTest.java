package org.sibyl.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.BlockForecasts;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.HypothesisClass;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.SquaredLoss;

/** Stable and optimal points of maps whose landscape is known in closed form. */
class RiskLandscapeTest {
  private static final int SIZE = 4;

  /** Outcomes with this mean and spread, by what is forecast to all. */
  private static DistributionMap map(DoubleUnaryOperator mean, DoubleUnaryOperator spread) {
    return (deployed, replicate) -> {
      double told =
          deployed
              .predict(Column.constant(SIZE, 0).asMatrix(), Randomness.of(0).at(Draw.DEPLOYMENT, 1))
              .get(0);
      double noise = replicate == 0 ? 0 : 0.1;
      Column outcomes =
          Column.generate(
              SIZE,
              i -> mean.applyAsDouble(told) + (i % 2 * 2 - 1) * spread.applyAsDouble(told) + noise);
      return new Cohort(
          1,
          IntStream.range(0, SIZE).toArray(),
          Column.constant(SIZE, 0).asMatrix(),
          Column.constant(SIZE, told),
          outcomes,
          Optional.empty(),
          Optional.empty());
    };
  }

  private static DecoupledPerformativeRisk risk(DistributionMap map, int samples) {
    return new DecoupledPerformativeRisk(
        map, BlockForecasts.ofAll(SIZE), SquaredLoss.plain(), samples);
  }

  /** Outcomes 0.2 + 0.5 a with spread 0.1 + 0.2 a: DPR(a, b) = (0.2 + 0.5 a - b)^2 + (..)^2. */
  private static DistributionMap linear() {
    return map(a -> 0.2 + 0.5 * a, a -> 0.1 + 0.2 * a);
  }

  @Test
  void everyRiskIsTheClosedForm() {
    RiskLandscape landscape = RiskLandscape.of(risk(linear(), 1), 11);
    for (int k = 0; k < 11; k++) {
      double a = landscape.axis()[k];
      assertThat(a).isCloseTo(k / 10.0, within(1e-15));
      assertThat(landscape.best(k)).isCloseTo(0.2 + 0.5 * a, within(1e-12));
      for (int j = 0; j < 11; j++) {
        double b = landscape.axis()[j];
        double expected = square(0.2 + 0.5 * a - b) + square(0.1 + 0.2 * a);
        assertThat(landscape.risk()[k][j]).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }

  /** Stable at 0.4; PR(a) = (0.2 - 0.5 a)^2 + (0.1 + 0.2 a)^2 is least at 0.08 / 0.29 = .2759. */
  @Test
  void stableAndOptimalPointsDiffer() {
    RiskLandscape landscape = RiskLandscape.of(risk(linear(), 1), 101);
    assertThat(landscape.stable()).containsExactly(0.4);
    assertThat(landscape.optimal()).isEqualTo(0.28);
  }

  @Test
  void aRiskIsAMeanOverSamples() {
    double once = risk(linear(), 1).performative(0.5);
    double twice = risk(linear(), 2).performative(0.5);
    // the second sample is shifted by 0.1: its risk is (0.45 + 0.1 - 0.5)^2 + 0.2^2
    assertThat(once).isCloseTo(square(0.05) + square(0.2), within(1e-12));
    assertThat(twice).isCloseTo(once, within(1e-12)); // |0.45 - 0.5| = |0.55 - 0.5|
    assertThat(risk(linear(), 2).performative(0.4))
        .isCloseTo(square(0.18) + square(0.1) / 2, within(1e-12));
  }

  @Test
  void selfFulfillingExtremesAreBothStable() {
    RiskLandscape landscape = RiskLandscape.of(risk(map(a -> a < 0.5 ? 0 : 1, a -> 0), 1), 21);
    assertThat(landscape.stable()).containsExactly(0.0, 1.0);
  }

  @Test
  void whereNothingCountsNothingIsSaid() {
    RiskLandscape landscape = RiskLandscape.of(risk(map(a -> Double.NaN, a -> 0), 1), 3);
    assertThat(landscape.stable()).isEmpty();
    assertThat(landscape.best(1)).isNaN();
  }

  @Test
  void onlyOneBoundedParameterHasALandscape() {
    HypothesisClass plane =
        new HypothesisClass() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public Model model(double... theta) {
            throw new AssertionError();
          }

          @Override
          public Range range(int parameter) {
            return Range.FINITE;
          }
        };
    assertThatThrownBy(
            () ->
                RiskLandscape.of(
                    new DecoupledPerformativeRisk(linear(), plane, SquaredLoss.plain(), 1), 5))
        .hasMessageContaining("theta");
    assertThatThrownBy(() -> BlockForecasts.ofAll(3).model(0.5, 0.5)).hasMessageContaining("theta");
    assertThatThrownBy(() -> BlockForecasts.ofAll(3).model(2)).hasMessageContaining("[0, 1]");
  }

  @Test
  void oneBlockIsToldTheSame() {
    Matrix features = Column.constant(3, 0).asMatrix();
    assertThat(
            BlockForecasts.ofAll(3)
                .model(0.25)
                .predict(features, Randomness.of(0).at(Draw.DEPLOYMENT, 1)))
        .isEqualTo(Column.of(0.25, 0.25, 0.25));
  }

  /** Outcomes of block 0 are 0.2 + 0.5 b, of block 1 0.3: stable at (.35, .3). */
  @Test
  void planeHasTheClosedForm() {
    BlockForecasts blocks = new BlockForecasts(Column.of(0, 1, 0, 1), 2);
    DistributionMap map =
        (deployed, replicate) -> {
          Column told =
              deployed.predict(
                  Column.constant(SIZE, 0).asMatrix(), Randomness.of(0).at(Draw.DEPLOYMENT, 1));
          return new Cohort(
              1,
              IntStream.range(0, SIZE).toArray(),
              Column.constant(SIZE, 0).asMatrix(),
              told,
              Column.generate(SIZE, i -> i % 2 == 0 ? 0.2 + 0.5 * told.get(1) : 0.3),
              Optional.empty(),
              Optional.empty());
        };
    DecoupledPerformativeRisk risk =
        new DecoupledPerformativeRisk(map, blocks, SquaredLoss.plain(), 1);
    RiskPlane plane = RiskPlane.of(risk, 21);
    assertThat(plane.risk()[4][10])
        .isCloseTo((square(0.45 - 0.2) + square(0.3 - 0.5)) / 2, within(1e-12));
    assertThat(plane.stable()).hasSize(1);
    assertThat(plane.stable().get(0)).containsExactly(new double[] {0.35, 0.3}, within(1e-12));
    // with no risk left there, it is also optimal
    assertThat(plane.optimal()).containsExactly(new double[] {0.35, 0.3}, within(1e-12));
    assertThat(blocks.means(Column.of(1, 0, 0.5, 0.5))).containsExactly(0.75, 0.25);
    assertThatThrownBy(() -> RiskPlane.of(risk(linear(), 1), 5)).hasMessageContaining("theta");
    assertThatThrownBy(() -> new BlockForecasts(Column.of(0, 2), 2))
        .hasMessageContaining("blocks[1]: 2");
  }
}
