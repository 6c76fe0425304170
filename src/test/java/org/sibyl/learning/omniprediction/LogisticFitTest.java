package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.DivergenceException;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.ConstantLaw;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.EarlyWarning;
import org.sibyl.prediction.decision.LinearTerms;
import org.sibyl.prediction.decision.LogisticOutcomes;
import org.sibyl.prediction.decision.LogisticTerms;
import org.sibyl.prediction.decision.MainEffects;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.Product;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stump;

/** What logistic regression makes of the product world and of early warning (sections 14, 15). */
class LogisticFitTest {
  private static final Matrix SIGNS = Matrix.of(2, 1, -1, 1);
  private static final LogisticTerms WITHOUT =
      new LinearTerms(List.of(-1.0, 1.0), OptionalInt.empty());
  private static final LogisticTerms WITH = new LinearTerms(List.of(-1.0, 1.0), OptionalInt.of(0));
  private static final LogisticTerms CATEGORIES = new MainEffects(2, List.of(List.of(-1.0, 1.0)));

  private static Evidence product(double strength) {
    return Evidence.of(SIGNS, Column.constant(2, 0.5), new Product(strength, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.45})
  void withoutTheProductNothingIsSeen(double strength) {
    Evidence truth = product(strength);
    for (LogisticTerms terms : List.of(WITHOUT, CATEGORIES)) {
      LogisticOutcomes fitted = new LogisticFit(terms, 0).on(truth);
      assertThat(fitted.theta()).hasSize(3).allMatch(weight -> Math.abs(weight) < 1e-10);
      assertThat(LogisticFit.crossEntropy(truth, fitted)).isCloseTo(Math.log(2), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.45})
  void withTheProductTheTruthIsFound(double strength) {
    Evidence truth = product(strength);
    LogisticOutcomes fitted = new LogisticFit(WITH, 0).on(truth);
    double weight = Math.log((0.5 + strength) / (0.5 - strength));
    assertThat(fitted.theta().get(3)).isCloseTo(weight, within(1e-9));
    double p = 0.5 + strength;
    double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    assertThat(LogisticFit.crossEntropy(truth, fitted)).isCloseTo(entropy, within(1e-12));
    assertThat(LogisticFit.crossEntropy(truth, new Product(strength, 0)))
        .isCloseTo(entropy, within(1e-14));
  }

  @Test
  void whatIsRuledOutCostsWithoutBound() {
    Evidence truth = product(0.3);
    OutcomeModel certain = new ConstantLaw(List.of(0.0, 0.5));
    assertThat(LogisticFit.crossEntropy(truth, certain)).isInfinite();
    Evidence sure = Evidence.of(SIGNS, Column.constant(2, 0.5), new ConstantLaw(List.of(0.0, 1.0)));
    assertThat(LogisticFit.crossEntropy(sure, new ConstantLaw(List.of(0.0, 1.0)))).isZero();
  }

  @Test
  void outcomesThatCanBeToldApartNeedAPenalty() {
    Evidence sure = Evidence.of(SIGNS, Column.constant(2, 0.5), new ConstantLaw(List.of(0.0, 1.0)));
    assertThatThrownBy(() -> new LogisticFit(WITHOUT, 0).on(sure))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("Set a regularization above 0");
    LogisticOutcomes fitted = new LogisticFit(WITHOUT, 0.1).on(sure);
    // the decision's weight w: 0.1 w = 1 / (1 + e^w)
    double weight = fitted.theta().get(2);
    assertThat(0.1 * weight).isCloseTo(1 / (1 + Math.exp(weight)), within(1e-10));
    assertThatThrownBy(() -> new LogisticFit(WITH, -1))
        .hasMessageStartingWith("regularization: -1");
    assertThatThrownBy(
            () -> new LogisticFit(new LinearTerms(List.of(1.0), OptionalInt.empty()), 0).on(sure))
        .hasMessageStartingWith("terms: has 1 values");
  }

  @Test
  void logsAreFittedByTheirInversePropensities() {
    // of four people three were decided about one way; weighted, both ways count the same
    TrialLog log =
        new TrialLog(
            2,
            Matrix.of(4, 1, 0, 0, 0, 0),
            Column.of(0, 0, 1, 1),
            Column.of(1, 0, 1, 0),
            Column.of(0.75, 0.25, 0.5, 0.5));
    LogisticOutcomes fitted =
        new LogisticFit(new MainEffects(2, List.of(List.of(0.0))), 0).on(Evidence.of(log));
    double[] law = new double[2];
    fitted.probabilities(new double[] {0}, law);
    assertThat(law[0]).isCloseTo((1 / 0.75) / (1 / 0.75 + 1 / 0.25), within(1e-10));
    assertThat(law[1]).isCloseTo(0.5, within(1e-10));
  }

  // ---- early warning, the table of section 15

  private static double risk(DecisionLoss loss, DecisionRule rule) {
    double risk = 0;
    for (int i = 0; i < 10; i++) {
      double[] person = {i / 5, i % 5};
      double[] law = new double[3];
      EarlyWarning.law().probabilities(person, law);
      int decision = rule.decide(person);
      double p = law[decision];
      risk +=
          EarlyWarning.shares().get(i)
              * (p * loss.value(person, decision, 1) + (1 - p) * loss.value(person, decision, 0));
    }
    return risk;
  }

  private static DecisionRule best(DecisionLoss loss) {
    DecisionRule best = EarlyWarning.rules().rules(3).get(0);
    for (DecisionRule rule : EarlyWarning.rules().rules(3)) {
      best = risk(loss, rule) < risk(loss, best) ? rule : best;
    }
    return best;
  }

  @ParameterizedTest
  @CsvSource({
    "0, .11372, .11949, 1, 2, 3, .02745, .02745",
    "1, .77061, .77061, 2, 0, 2, .02169, .02169",
    "2, .13423, .14251, 0, 1, 1, .01119, .00036",
    "3, .11768, .12071, 0, 1, 2, .00524, -.00302",
    "4, .12343, .13186, 0, 1, 1, .00618, -.00385"
  })
  void earlyWarningHasTheRisksAndGapsOfTheTable(
      int number,
      double optimal,
      double bestInClass,
      int below,
      int from,
      double cut,
      double gapOfCategories,
      double gapOfNumbers) {
    DecisionLoss loss = EarlyWarning.losses().get(number);
    DecisionRule rule = best(loss);
    assertThat(rule).isEqualTo(new Stump(1, cut, below, from));
    assertThat(risk(loss, rule)).isCloseTo(bestInClass, within(5e-5));
    assertThat(risk(loss, new BestDecision(loss, EarlyWarning.law())))
        .isCloseTo(optimal, within(5e-5));
    List<List<Double>> values = List.of(List.of(0.0, 1.0), List.of(0.0, 1.0, 2.0, 3.0, 4.0));
    assertThat(gap(loss, rule, new MainEffects(3, values)))
        .isCloseTo(gapOfCategories, within(5e-5));
    assertThat(gap(loss, rule, new LinearTerms(List.of(0.0, 1.0, 2.0), OptionalInt.empty())))
        .isCloseTo(gapOfNumbers, within(5e-5));
  }

  private static double gap(DecisionLoss loss, DecisionRule rule, LogisticTerms terms) {
    Evidence truth = Evidence.of(EarlyWarning.people(), EarlyWarning.shares(), EarlyWarning.law());
    OutcomeModel fitted = new LogisticFit(terms, 0).on(truth);
    return risk(loss, new BestDecision(loss, fitted)) - risk(loss, rule);
  }

  @Test
  void ofEquallyGoodDecisionsTheLowestIsTaken() {
    OutcomeModel half = new ConstantLaw(List.of(0.5, 0.5, 0.5));
    for (int toward = 0; toward < 2; toward++) {
      assertThat(new BestDecision(new Steering(toward), half).decide(new double[0])).isZero();
    }
    OutcomeModel late = new ConstantLaw(List.of(0.4, 0.5, 0.5));
    assertThat(new BestDecision(new Steering(1), late).decide(new double[0])).isEqualTo(1);
    assertThat(new BestDecision(new Steering(0), late).decide(new double[0])).isEqualTo(0);
  }
}
