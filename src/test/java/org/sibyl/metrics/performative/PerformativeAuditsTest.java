package org.sibyl.metrics.performative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.HypothesisClass;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.SquaredLoss;

/** Brackets and power where both are known: mean estimation, and translations. */
class PerformativeAuditsTest {
  private static final double EPS = 0.3;

  /** y = 1 + eps theta for everybody, one constant feature: PR = (1 - (1 - eps) theta)^2. */
  private static final DistributionMap MEAN =
      (model, replicate) -> {
        double theta = ((Parametric) model).theta()[0];
        return cohort(Matrix.of(2, 1, 1, 1), Column.constant(2, 1 + EPS * theta));
      };

  /** Features move by eps theta, in two dimensions. */
  private static final DistributionMap TRANSLATION =
      (model, replicate) -> {
        double[] theta = ((Parametric) model).theta();
        Matrix shown =
            Matrix.of(
                2, 2, 1 - EPS * theta[0], 2 - EPS * theta[1], -EPS * theta[0], -EPS * theta[1]);
        return cohort(shown, Column.constant(2, 1));
      };

  private static Cohort cohort(Matrix features, Column outcomes) {
    return new Cohort(
        1,
        new int[] {0, 1},
        features,
        Column.constant(2, 0),
        outcomes,
        Optional.empty(),
        Optional.empty());
  }

  /** Linear models with bounded parameters. */
  private record Bounded(int dimension, Range range) implements HypothesisClass {
    @Override
    public Model model(double... theta) {
      return new LinearModels(0).on(dimension).model(theta);
    }

    @Override
    public Range range(int parameter) {
      return range;
    }
  }

  private static DecoupledPerformativeRisk risk(Range range) {
    return new DecoupledPerformativeRisk(MEAN, new Bounded(1, range), SquaredLoss.plain(), 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12, 101, 1000})
  void theOptimumLiesInTheBracket(int points) {
    // |PR'| <= 2 (1 - eps) max|1 - (1 - eps) theta| = 2 * .7 * 2.4 on [-2, 2]
    OptimumBracket bracket = OptimumBracket.of(risk(Range.parse("[-2, 2]")), points, 2 * 0.7 * 2.4);
    assertThat(bracket.low()).isLessThanOrEqualTo(0);
    assertThat(bracket.high()).isGreaterThanOrEqualTo(0);
    assertThat(bracket.high() - bracket.low())
        .isCloseTo(2 * 0.7 * 2.4 * 2 / (points - 1), within(1e-12));
    double step = 4.0 / (points - 1);
    assertThat(bracket.theta()[0]).isCloseTo(1 / 0.7, within(step / 2 + 1e-12));
    assertThat(bracket.high()).isCloseTo(Math.pow(1 - 0.7 * bracket.theta()[0], 2), within(1e-12));
  }

  @Test
  void aBracketNeedsBoundsAndAGridThatCanBeSearched() {
    assertThatThrownBy(() -> OptimumBracket.of(risk(Range.FINITE), 5, 1))
        .hasMessageContaining("must have two finite bounds");
    DecoupledPerformativeRisk many =
        new DecoupledPerformativeRisk(
            MEAN, new Bounded(9, Range.PROBABILITY), SquaredLoss.plain(), 1);
    assertThatThrownBy(() -> OptimumBracket.of(many, 10, 1))
        .hasMessage("points: 10 in each of 9 parameters are too many to search.");
    assertThatThrownBy(() -> OptimumBracket.of(risk(Range.PROBABILITY), 5, Double.NaN))
        .hasMessageContaining("lipschitz");
  }

  @Test
  void powerOfATranslationIsSensitivityTimesRadius() {
    List<Model> models = new ArrayList<>();
    for (int k = 0; k < 360; k++) {
      double angle = Math.toRadians(k);
      double radius = k == 77 ? 5 : 4;
      models.add(
          new LinearModels(0).on(2).model(radius * Math.cos(angle), radius * Math.sin(angle)));
    }
    Model reference = new LinearModels(0).on(2).model(0, 0);
    PerformativePower power = PerformativePower.of(TRANSLATION, reference, models);
    assertThat(power.power()).isCloseTo(EPS * 5, within(1e-12));
    assertThat(power.strongest()).isEqualTo(77);
  }

  @Test
  void powerCountsOutcomesToo() {
    Model reference = new LinearModels(0).on(1).model(1);
    PerformativePower power =
        PerformativePower.of(MEAN, reference, List.of(new LinearModels(0).on(1).model(-1)));
    assertThat(power.power()).isCloseTo(2 * EPS, within(1e-12));
  }
}
