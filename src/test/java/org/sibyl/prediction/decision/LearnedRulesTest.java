package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Values;

/** Rules as auditors make them. */
class LearnedRulesTest {
  private static final Split TREE =
      new Split(1, 2, new Always(0), new Split(0, -1, new Always(1), new Stump(1, 5, 2, 3)));
  private static final LinearMulticlass LINEAR =
      new LinearMulticlass(
          List.of(Values.each(1, 0, 0), Values.each(0, 1, 0), Values.each(0, 0, 0.5)));

  @Test
  void treeSendsTheCutItselfToTheFarSide() {
    assertThat(TREE.decide(new double[] {-9, 1.9})).isZero();
    assertThat(TREE.decide(new double[] {-9, 2})).isEqualTo(1);
    assertThat(TREE.decide(new double[] {-1, 4.9})).isEqualTo(2);
    assertThat(TREE.decide(new double[] {-1, 5})).isEqualTo(3);
    assertThat(TREE.decide(new double[] {Double.NaN, Double.NaN})).isEqualTo(3);
  }

  @Test
  void treeFitsAllItsParts() {
    TREE.check(4, 2);
    assertThatThrownBy(() -> TREE.check(3, 2)).hasMessageContaining("from: 3 must be one of");
    assertThatThrownBy(() -> TREE.check(4, 1)).hasMessageContaining("feature: 1 must be one of");
    assertThatThrownBy(() -> new Split(1, 0, new Always(0), TREE).check(3, 2))
        .hasMessageContaining("from: 3");
    assertThatThrownBy(() -> new Split(1, 0, TREE, new Always(0)).check(3, 2))
        .hasMessageContaining("from: 3");
  }

  @Test
  void treeRefusesCutsThatAreNone() {
    assertThatThrownBy(() -> new Split(0, Double.NaN, TREE, TREE)).hasMessageContaining("cut: NaN");
    assertThatThrownBy(() -> new Split(-1, 0, TREE, TREE)).hasMessageContaining("feature: -1");
  }

  @Test
  void linearRuleTakesTheLowestCostAndOfEqualOnesTheFirst() {
    assertThat(LINEAR.decide(new double[] {0.2, 0.3})).isZero();
    assertThat(LINEAR.decide(new double[] {0.2, 0.1})).isEqualTo(1);
    assertThat(LINEAR.decide(new double[] {0.6, 0.7})).isEqualTo(2);
    assertThat(LINEAR.decide(new double[] {0.5, 0.5})).isZero();
    assertThat(LINEAR.decide(new double[] {Double.NaN, 1})).isZero(); // no cost is a number
  }

  @Test
  void linearRuleHasAWeightForEachFeatureAndOneMore() {
    LINEAR.check(3, 2);
    assertThatThrownBy(() -> LINEAR.check(2, 2)).hasMessageContaining("weights: 2 must be one of");
    assertThatThrownBy(() -> LINEAR.check(3, 3)).hasMessageContaining("has 3 values");
    assertThatThrownBy(() -> new LinearMulticlass(List.of(Values.each(1), Values.each(1, 2))))
        .hasMessageContaining("has 2 values");
    assertThatThrownBy(() -> new LinearMulticlass(List.of(Values.each(1, Double.NaN))))
        .hasMessageContaining("weights[1]");
    assertThatThrownBy(() -> new LinearMulticlass(List.of())).hasMessageContaining("weights: 0");
    assertThatThrownBy(() -> new LinearMulticlass(List.of(Values.each())))
        .hasMessageContaining("weights: 0");
  }

  @Test
  void tableFindsEveryRowAndNobodyElse() {
    List<TableRule.Row> rows =
        List.of(row(3, 1, 0), row(1, 0, -7), row(2, 0, 5), row(0, -4, 2), row(1, 1, 0.5));
    TableRule table = new TableRule(rows, 4);
    for (TableRule.Row row : rows) {
      assertThat(table.decide(row.features().given())).isEqualTo(row.decision());
    }
    assertThat(table.decide(new double[] {0, 5.5})).isEqualTo(4);
    assertThat(table.decide(new double[] {-9, 0})).isEqualTo(4);
    assertThat(table.decide(new double[] {9, 0})).isEqualTo(4);
    assertThat(table.decide(new double[] {-0.0, 5})).isEqualTo(2);
    assertThat(new TableRule(List.of(row(1, -0.0)), 0).decide(new double[] {0})).isEqualTo(1);
    assertThat(new TableRule(List.of(), 4).decide(new double[] {1})).isEqualTo(4);
  }

  @Test
  void tableIsTheSameInWhateverOrderItIsGiven() {
    assertThat(new TableRule(List.of(row(0, 1), row(1, 2)), 0))
        .isEqualTo(new TableRule(List.of(row(1, 2), row(0, 1)), 0));
  }

  @Test
  void tableFitsPeopleAndDecisions() {
    TableRule table = new TableRule(List.of(row(0, 1, 1), row(2, 2, 2)), 1);
    table.check(3, 2);
    assertThatThrownBy(() -> table.check(2, 2)).hasMessageContaining("decision: 2");
    assertThatThrownBy(() -> table.check(3, 1)).hasMessageContaining("has 2 values");
    assertThatThrownBy(() -> new TableRule(List.of(), 3).check(3, 1))
        .hasMessageContaining("otherwise: 3");
    assertThatThrownBy(() -> new TableRule(List.of(row(0, 0.0), row(1, -0.0)), 0))
        .hasMessageContaining("must be listed once");
    assertThatThrownBy(() -> row(-1, 0)).hasMessageContaining("decision: -1");
    assertThatThrownBy(() -> new TableRule(List.of(), -1)).hasMessageContaining("otherwise: -1");
  }

  private static TableRule.Row row(int decision, double... features) {
    return new TableRule.Row(Values.each(features), decision);
  }

  @Test
  void mostWinsDecideAndOfEqualOnesTheFirst() {
    List<DecisionRule> contests =
        List.of(new Stump(0, 0, 0, 1), new Always(2), new Stump(0, 5, 1, 2));
    PairwiseVote vote = new PairwiseVote(3, contests);
    assertThat(vote.decide(new double[] {-1})).isZero();
    assertThat(vote.decide(new double[] {1})).isEqualTo(1);
    assertThat(vote.decide(new double[] {6})).isEqualTo(2);
  }

  @Test
  void voteFitsAllContests() {
    PairwiseVote vote = new PairwiseVote(3, List.of(new Always(0), new Stump(1, 0, 0, 3)));
    assertThatThrownBy(() -> vote.check(3, 2)).hasMessageContaining("from: 3");
    assertThatThrownBy(() -> new PairwiseVote(3, List.of()).check(2, 2))
        .hasMessageContaining("has 3 values");
    assertThatThrownBy(() -> new PairwiseVote(0, List.of())).hasMessageContaining("decisions: 0");
  }
}
