package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawsTest {
  private static double[] law(OutcomeModel model, double... features) {
    double[] into = new double[model.decisions()];
    model.probabilities(features, into);
    return into;
  }

  /** Baseline and effects of a band, once more as they are printed; odds instead of log-odds. */
  @ParameterizedTest
  @CsvSource({
    "0, .97, .94, -.40, -.80",
    "1, .92, .86, .40, -.30",
    "2, .82, .72, .50, .40",
    "3, .65, .52, .60, 1.00",
    "4, .40, .28, .70, 1.40"
  })
  void earlyWarningIsThePrintedWorld(
      int band, double first, double second, double light, double intensive) {
    double[] baselines = {first, second};
    for (int group = 0; group < 2; group++) {
      double odds = baselines[group] / (1 - baselines[group]);
      double[] expected = new double[3];
      expected[0] = baselines[group];
      expected[1] = afterEffect(odds, light, group);
      expected[2] = afterEffect(odds, intensive, group);
      assertThat(law(EarlyWarning.law(), group, band)).containsExactly(expected, within(1e-14));
    }
  }

  private static double afterEffect(double odds, double effect, int group) {
    double felt = group == 1 ? Math.max(effect, 0) * 1.25 + Math.min(effect, 0) : effect;
    double after = odds * Math.exp(felt);
    return after / (1 + after);
  }

  @Test
  void earlyWarningKnowsOnlyItsGroupsAndBands() {
    LogitByBand law = EarlyWarning.law();
    assertThatThrownBy(() -> law(law, 2, 0))
        .hasMessageStartingWith("law: feature 0: 2.0 must be a whole number from 0 to 1");
    for (double band : new double[] {-1, 5, 0.5, Double.NaN}) {
      assertThatThrownBy(() -> law(law, 0, band))
          .hasMessageStartingWith(
              "law: feature 1: " + band + " must be a whole number from 0 to 4");
    }
    assertThatThrownBy(() -> law.check(1)).hasMessageStartingWith("band: 1 must be one of the 1");
    List<List<Double>> one = List.of(List.of(0.5, 0.5));
    List<List<Double>> none = List.of(List.of(0.0, 0.0));
    assertThatThrownBy(() -> new LogitByBand(0, 1, one, List.of(List.of(0.0)), List.of(1.0)))
        .hasMessageStartingWith("effects[0]: has 1 values");
    assertThatThrownBy(() -> new LogitByBand(0, 1, one, none, List.of(1.0, 1.0)))
        .hasMessageStartingWith("factors: has 2 values");
    assertThatThrownBy(() -> new LogitByBand(0, 1, List.of(List.of(1.0, 0.5)), none, List.of(1.0)))
        .hasMessageStartingWith("baseline[0][0]: 1 must lie in (0, 1)");
  }

  @Test
  void productIsOneHalfPlusStrengthTimesBoth() {
    Product law = new Product(0.3, 1);
    assertThat(law(law, 9, 1)).containsExactly(new double[] {0.2, 0.8}, within(1e-15));
    assertThat(law(law, 9, -1)).containsExactly(new double[] {0.8, 0.2}, within(1e-15));
    assertThatThrownBy(() -> law(law, 9, 1.1))
        .hasMessageStartingWith("law: feature 1: 1.1 must lie in");
    assertThatThrownBy(() -> law.check(1)).hasMessageStartingWith("feature: 1 must be one of");
    assertThatThrownBy(() -> new Product(0.51, 0)).hasMessageStartingWith("strength: 0.51");
  }

  @Test
  void tablesAnswerForTheirRowsOnly() {
    OutcomeTable table =
        new OutcomeTable(
            List.of(
                new OutcomeTable.Row(List.of(1.0, -2.0), List.of(0.1, 0.2)),
                new OutcomeTable.Row(List.of(0.0, 5.0), List.of(0.3, 0.4)),
                new OutcomeTable.Row(List.of(0.0, 4.0), List.of(0.5, 1.0))));
    assertThat(law(table, 1, -2)).containsExactly(0.1, 0.2);
    assertThat(law(table, 0, 5)).containsExactly(0.3, 0.4);
    assertThat(law(table, -0.0, 4)).containsExactly(0.5, 1.0);
    assertThatThrownBy(() -> law(table, 0, 4.5))
        .hasMessage("rows: none is for features [0.0, 4.5]. Add one.");
    assertThatThrownBy(() -> table.check(3)).hasMessageStartingWith("rows: has 2 values");
    OutcomeTable.Row row = new OutcomeTable.Row(List.of(1.0), List.of(0.1, 0.2));
    assertThatThrownBy(() -> new OutcomeTable(List.of(row, row)))
        .hasMessageStartingWith("rows: features [1.0] must be given only once");
    OutcomeTable.Row other = new OutcomeTable.Row(List.of(2.0), List.of(0.1));
    assertThatThrownBy(() -> new OutcomeTable(List.of(row, other)))
        .hasMessageStartingWith("probabilities: has 1 values");
    assertThatThrownBy(() -> new OutcomeTable.Row(List.of(1.0), List.of(1.1)))
        .hasMessageStartingWith("probabilities[0]: 1.1 must lie in [0, 1]");
  }

  @Test
  void aTableOfALawIsThatLaw() {
    List<OutcomeTable.Row> rows = new java.util.ArrayList<>();
    for (int i = 9; i >= 0; i--) {
      double[] law = law(EarlyWarning.law(), i / 5, i % 5);
      rows.add(
          new OutcomeTable.Row(
              List.of((double) (i / 5), (double) (i % 5)), List.of(law[0], law[1], law[2])));
    }
    OutcomeTable table = new OutcomeTable(rows);
    for (int i = 0; i < 10; i++) {
      assertThat(law(table, i / 5, i % 5)).isEqualTo(law(EarlyWarning.law(), i / 5, i % 5));
    }
  }

  @Test
  void constantLawsIgnorePeople() {
    OutcomeModel law = new ConstantLaw(List.of(0.25, 1.0, 0.0));
    assertThat(law(law, 3)).containsExactly(0.25, 1.0, 0.0);
    assertThatThrownBy(() -> new ConstantLaw(List.of(0.5, Double.NaN)))
        .hasMessageStartingWith("probabilities[1]: NaN must lie in [0, 1]");
  }

  @Test
  void logisticLawsAddUpTheirTerms() {
    double[] into = new double[5];
    LogisticTerms categories = new MainEffects(3, List.of(List.of(0.0, 1.0), List.of(3.0, 4.0)));
    assertThat(categories.size(2)).isEqualTo(5);
    categories.put(new double[] {0, 3}, 0, into);
    assertThat(into).containsExactly(1, 0, 0, 0, 0);
    categories.put(new double[] {1, 4}, 2, into);
    assertThat(into).containsExactly(1, 1, 1, 0, 1);
    categories.put(new double[] {7, 4}, 1, into); // 7 was never seen: as the first value
    assertThat(into).containsExactly(1, 0, 1, 1, 0);
    LogisticTerms numbers = new LinearTerms(List.of(-1.0, 2.0), OptionalInt.of(1));
    assertThat(numbers.size(2)).isEqualTo(5);
    numbers.put(new double[] {7, 3}, 1, into);
    assertThat(into).containsExactly(1, 7, 3, 2, 6);
    OutcomeModel law = new LogisticOutcomes(numbers, List.of(0.5, 0.25, -1.0, 1.0, 0.75));
    double logit = 0.5 + 0.25 * 7 - 3 + 2 + 0.75 * 6;
    assertThat(law(law, 7, 3)[1]).isCloseTo(Math.exp(logit) / (1 + Math.exp(logit)), within(1e-14));
    assertThatThrownBy(() -> new LogisticOutcomes(numbers, List.of(1.0)).check(2))
        .hasMessageStartingWith("theta: has 1 values");
    assertThatThrownBy(() -> categories.check(3)).hasMessageStartingWith("values: has 2 values");
    assertThatThrownBy(() -> numbers.check(1)).hasMessageStartingWith("product: 1 must be one of");
  }

  @Test
  void bestDecisionsFitTheirModel() {
    BestDecision rule = new BestDecision(new Steering(1), EarlyWarning.law());
    rule.check(3, 2);
    assertThatThrownBy(() -> rule.check(2, 2)).hasMessageStartingWith("model: has 3 values");
    assertThatThrownBy(() -> rule.check(3, 1)).hasMessageStartingWith("band: 1 must be one of");
  }
}
