package org.sibyl.metrics.performative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sibyl.behavior.Response;
import org.sibyl.learning.Unchanging;
import org.sibyl.metrics.performative.GroupMean.Quantity;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Silence;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** Four people by hand: three in the group of column 1. They have other features than they show. */
class GroupMetricsTest {
  private static final Round ROUND = round(0.5, 0.4, 0.7, 0.9);

  private static Round round(double... told) {
    Population people = Population.of(Matrix.of(4, 2, 9, 0, 9, 0, 9, 0, 9, 0));
    World world = World.first(people, Network.of(4), new Unchanging(new Silence()));
    Matrix shown = Matrix.of(4, 2, 1, 1, 2, 1, 6, 1, 50, 0);
    Column labels = Column.of(1, 0, 0, 1);
    Deployment deployment = new Deployment(1, new Silence(), Column.of(told));
    Cohort cohort =
        new Cohort(
            1,
            new int[] {0, 1, 2, 3},
            shown,
            Column.of(told),
            labels,
            Optional.empty(),
            Optional.empty());
    return new Round(
        world,
        deployment,
        new Response(labels, shown),
        new Outcomes(labels, Column.constant(4, 0), Map.of()),
        people,
        cohort,
        world);
  }

  private static double mean(Quantity of, int group, int feature, double cutOff, Round round) {
    return new GroupMean(of, group, feature, cutOff).measure(round);
  }

  @Test
  void meansOverTheGroupAlone() {
    assertThat(mean(Quantity.FEATURE, 1, 0, 0.5, ROUND)).isEqualTo(3.0);
    assertThat(mean(Quantity.FEATURE, 1, 1, 0.5, ROUND)).isEqualTo(1.0);
    assertThat(mean(Quantity.PREDICTION, 1, 0, 0.5, ROUND)).isEqualTo(1.6 / 3);
    assertThat(mean(Quantity.ACCEPTED, 1, 0, 0.5, ROUND)).isEqualTo(2 / 3.0);
    assertThat(mean(Quantity.ACCEPTED, 1, 0, 0.6, ROUND)).isEqualTo(1 / 3.0);
    assertThat(mean(Quantity.LABEL, 1, 0, 0.5, ROUND)).isEqualTo(1 / 3.0);
  }

  @Test
  void whatIsNotDefined() {
    for (Quantity of : Quantity.values()) {
      assertThat(mean(of, 2, 0, 0.5, ROUND)).isNaN();
      assertThat(new GroupMean(of, 0, 0, 0.5).measure(ROUND))
          .isEqualTo(
              switch (of) { // the one whose feature 0 is 1
                case FEATURE, LABEL, ACCEPTED -> 1.0;
                case PREDICTION -> 0.5;
              });
    }
    assertThat(mean(Quantity.FEATURE, 1, 2, 0.5, ROUND)).isNaN();
    Round silent = round(0.5, Double.NaN, 0.7, 0.9);
    assertThat(mean(Quantity.ACCEPTED, 1, 0, 0.5, silent)).isNaN();
    assertThat(mean(Quantity.LABEL, 1, 0, 0.5, silent)).isEqualTo(1 / 3.0);
    assertThat(new DecisionUtility(0.5, 1, 4).measure(silent)).isNaN();
  }

  @Test
  void whatDecisionsEarn() {
    // accepted are the first, who repays, the third, who does not, and the fourth, who does
    assertThat(new DecisionUtility(0.5, 1, 4).measure(ROUND)).isEqualTo(-0.5);
    assertThat(new DecisionUtility(0.8, 3, 4).measure(ROUND)).isEqualTo(0.75);
    assertThat(new DecisionUtility(0, 1, 4).range()).isEqualTo(Range.parse("[-4, 1]"));
  }

  @Test
  void namesTellMetricsApart() {
    assertThat(
            List.of(
                new GroupMean(Quantity.FEATURE, 2, 0, 0.5).name(),
                new GroupMean(Quantity.ACCEPTED, 1, 0, 0.5).name()))
        .containsExactly("group-mean-feature-0-of-2", "group-mean-accepted-of-1");
  }

  @Test
  void whatCannotBe() {
    assertThatThrownBy(() -> new GroupMean(Quantity.LABEL, -1, 0, 0)).hasMessageContaining("group");
    assertThatThrownBy(() -> new GroupMean(Quantity.LABEL, 0, -1, 0))
        .hasMessageContaining("feature");
    assertThatThrownBy(() -> new GroupMean(Quantity.LABEL, 0, 0, Double.NaN))
        .hasMessageContaining("cut-off");
    assertThatThrownBy(() -> new DecisionUtility(0, -1, 0)).hasMessageContaining("gain");
    assertThatThrownBy(() -> new DecisionUtility(0, 0, -1)).hasMessageContaining("loss");
    assertThatThrownBy(() -> new DecisionUtility(Double.NaN, 0, 0)).hasMessageContaining("cut-off");
  }
}
