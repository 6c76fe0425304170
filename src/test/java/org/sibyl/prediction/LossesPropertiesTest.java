package org.sibyl.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.sibyl.Differences;

/** What holds for every loss. */
class LossesPropertiesTest {
  /** All losses; those of a label in [0, 1] hold between the labels as well. */
  static final List<Loss> ALL =
      List.of(
          SquaredLoss.plain(),
          new SquaredLoss(0.5),
          new LogisticLoss(),
          new HingeLoss(),
          new LinearLoss(-1.5),
          new CosineLoss(),
          new CrossEntropy(),
          new TargetLoss(0.7, 1.5));

  private static final double NEAR = 1e-3; // to a kink: no differences across it

  @Property(seed = "20260601", tries = 500)
  void derivativesAreThoseOfTheValue(
      @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 0.95) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double outcome) {
    for (Loss loss : ALL) {
      double prediction = prediction(loss, share);
      if (loss instanceof HingeLoss && Math.abs(1 - (2 * outcome - 1) * prediction) < NEAR) {
        continue;
      }
      assertClose(
          loss,
          loss.slope(prediction, outcome),
          Differences.gradient(at -> loss.value(at[0], outcome), prediction)[0]);
      assertClose(
          loss,
          loss.curvature(prediction, outcome),
          Differences.gradient(at -> loss.slope(at[0], outcome), prediction)[0]);
      assertClose(
          loss,
          loss.outcomeSlope(prediction, outcome),
          Differences.gradient(at -> loss.value(prediction, at[0]), outcome)[0]);
    }
  }

  /** The three at once are the three, to the bit: sharing work changes nothing. */
  @Property(seed = "20260602", tries = 500)
  void theExpansionIsValueSlopeAndCurvature(
      @ForAll @Scale(4) @DoubleRange(min = -800, max = 800) double prediction,
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 1) double outcome) {
    for (Loss loss : ALL) {
      assertThat(loss.expansion(prediction, outcome))
          .as(loss.toString())
          .isEqualTo(
              new Loss.Expansion(
                  loss.value(prediction, outcome),
                  loss.slope(prediction, outcome),
                  loss.curvature(prediction, outcome)));
    }
  }

  @Property(seed = "20260603", tries = 500)
  void nothingIsInfiniteOrNaN(
      @ForAll @DoubleRange(min = -1e8, max = 1e8) double prediction,
      @ForAll @DoubleRange(min = 0, max = 1) double outcome) {
    for (Loss loss : ALL) {
      for (double label : new double[] {0, 1, outcome}) {
        for (double told : new double[] {0, 1, -1, 1 - 1e-16, 1e-16, 1e-300, prediction}) {
          assertThat(
                  List.of(
                      loss.value(told, label),
                      loss.slope(told, label),
                      loss.curvature(told, label),
                      loss.outcomeSlope(told, label)))
              .as("%s of %s, %s", loss, told, label)
              .allMatch(Double::isFinite);
        }
      }
    }
  }

  /** Convex losses bend upwards and their slope never falls, across kinks and floors too. */
  @Property(seed = "20260604", tries = 500)
  void convexLossesHaveRisingSlopes(
      @ForAll @Scale(6) @DoubleRange(min = -3, max = 3) double one,
      @ForAll @Scale(6) @DoubleRange(min = -3, max = 3) double other,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double outcome) {
    double low = Math.min(one, other);
    double high = Math.max(one, other);
    for (Loss loss : ALL) {
      if (!(loss instanceof CosineLoss)) {
        assertThat(loss.slope(low, outcome))
            .as(loss.toString())
            .isLessThanOrEqualTo(loss.slope(high, outcome));
        assertThat(loss.curvature(low, outcome)).as(loss.toString()).isNotNegative();
      }
    }
  }

  /** Probabilities for cross entropy, scores on both sides for the others. */
  private static double prediction(Loss loss, double share) {
    return loss instanceof CrossEntropy ? share : 12 * (share - 0.5);
  }

  private static void assertClose(Loss loss, double claimed, double differences) {
    assertThat(claimed)
        .as(loss.toString())
        .isCloseTo(differences, within(1e-7 * Math.max(1, Math.abs(differences))));
  }
}
