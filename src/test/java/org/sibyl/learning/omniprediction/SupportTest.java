package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;

/** E6: what a trial could not decide is refused, and never left out of a sum. */
class SupportTest {
  private static final DecisionLoss LOSS = TableLoss.of(3, (a, y) -> 1 - y);
  private static final DecisionRule ZERO_THEN_ONE = new RandomInstance.Listed(List.of(0, 1));
  private static final DecisionRule ONE_THEN_ZERO = new RandomInstance.Listed(List.of(1, 0));

  /** Two kinds of people, 0 and 1, each twice. */
  private static TrialLog log(double... decided) {
    return new TrialLog(
        3,
        Matrix.of(4, 1, 0, 0, 1, 1),
        Column.of(decided),
        Column.of(0, 1, 1, 0),
        Column.of(.5, .5, .5, .5));
  }

  /** Kind 0 is never given 2, kind 1 never 0. */
  private static TrialLog withLaws() {
    return log(0, 1, 1, 2).withLaws(Matrix.of(4, 3, .5, .5, 0, .5, .5, 0, 0, .5, .5, 0, .5, .5));
  }

  private static void refused(String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static ThrowingCallable audit(Evidence evidence, DecisionRule... rules) {
    return () ->
        Audit.of(
            evidence,
            List.of(LOSS),
            new RandomInstance.Table(new double[][] {{.9, .1, .1}, {.1, .9, .1}}),
            new AllRules(List.of(rules)),
            AuditSide.TWO_SIDED);
  }

  @Test
  void lawsTellWhatIsImpossible() {
    TrialEstimates estimates = new TrialEstimates(withLaws());
    assertThatCode(() -> estimates.risk(LOSS, ZERO_THEN_ONE)).doesNotThrowAnyException();
    refused("decides 0 about point 2", () -> estimates.risk(LOSS, ONE_THEN_ZERO));
    refused("decides 0 about point 2", () -> estimates.normalizedRisk(LOSS, new Always(0)));
    refused("decides 2 about point 0", () -> estimates.error(LOSS, new Always(2), half()));
  }

  private static OutcomeModel half() {
    return EarlyWarning.shrunk(0);
  }

  /** Also a rule that would not be found by its costs: it is the second, and costs of 0 are. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void auditsRefuseIt(boolean gathered) {
    Evidence evidence = gathered ? Evidence.of(withLaws()).gathered() : Evidence.of(withLaws());
    String point = gathered ? "decides 0 about point 1" : "decides 0 about point 2";
    assertThatCode(audit(evidence, ZERO_THEN_ONE, new Always(1))).doesNotThrowAnyException();
    refused(point, audit(evidence, ZERO_THEN_ONE, ONE_THEN_ZERO));
    refused(
        "decides 2 about point 0",
        () -> new Costs(evidence, new double[evidence.entries()]).addTo(0, new double[3]));
  }

  /** Best decisions, too, may be what the trial could not decide. */
  @Test
  void bestDecisionsAreRefusedAsWell() {
    refused(
        "decides 2 about point 0",
        () ->
            Audit.of(
                Evidence.of(withLaws()),
                List.of(LOSS),
                new RandomInstance.Table(new double[][] {{.1, .1, .9}, {.1, .9, .1}}),
                new NoRules(),
                AuditSide.TWO_SIDED));
  }

  @Test
  void whatIsCertainExcludesAllElse() {
    TrialLog log =
        new TrialLog(
            2,
            Matrix.of(3, 1, 0, 1, 0),
            Column.of(0, 1, 1),
            Column.of(0, 1, 1),
            Column.of(.5, 1, .5));
    TrialEstimates estimates = new TrialEstimates(log);
    refused("decides 0 about point 1", () -> estimates.risk(LOSS, new Always(0)));
    assertThat(estimates.risk(LOSS, ZERO_THEN_ONE).value()).isEqualTo(2.0 / 3);
  }

  /** A log without laws in which decision 2 does not occur cannot tell whether it could. */
  @Test
  void whatDoesNotOccurMayBeImpossible() {
    TrialLog log = log(0, 1, 1, 0);
    refused("log: decision 2 does not occur", audit(Evidence.of(log), ZERO_THEN_ONE));
    TrialEstimates estimates = new TrialEstimates(log);
    refused("log: decision 2 does not occur", () -> estimates.risk(LOSS, new Always(2)));
    assertThatCode(() -> estimates.risk(LOSS, ZERO_THEN_ONE)).doesNotThrowAnyException();
    Matrix uniform = Matrix.of(4, 3, .5, .25, .25, .25, .5, .25, .25, .5, .25, .5, .25, .25);
    TrialLog known = log.withLaws(uniform);
    assertThatCode(audit(Evidence.of(known), ZERO_THEN_ONE, new Always(2)))
        .doesNotThrowAnyException();
    assertThat(known.leastPropensity()).isEqualTo(.25);
    assertThat(Evidence.of(known).greatestWeight()).isEqualTo(4);
    assertThat(Evidence.of(log).greatestWeight()).isEqualTo(2);
  }

  @Test
  void lawsMustBeLawsAndFitTheLog() {
    TrialLog log = log(0, 1, 1, 2);
    refused(
        "laws[0]: 0.9 must have the sum 1",
        () -> log.withLaws(Matrix.of(4, 3, .5, .4, 0, .5, .5, 0, 0, .5, .5, 0, .5, .5)));
    refused(
        "laws[1][1]: 0.4 must be the propensity of what was decided, 0.5",
        () -> log.withLaws(Matrix.of(4, 3, .5, .5, 0, .6, .4, 0, 0, .5, .5, 0, .5, .5)));
    refused(
        "laws[2][0]: -0.5 must lie in [0, 1]",
        () -> log.withLaws(Matrix.of(4, 3, .5, .5, 0, .5, .5, 0, -.5, .5, 1, 0, .5, .5)));
    refused(
        "laws[0][0]: NaN must lie in [0, 1]",
        () -> log.withLaws(Matrix.of(4, 3, Double.NaN, .5, 0, .5, .5, 0, 0, .5, .5, 0, .5, .5)));
    refused("laws: has 3 values", () -> log.withLaws(Matrix.of(3, 3, new double[9])));
    refused("laws: has 2 values", () -> log.withLaws(Matrix.of(4, 2, new double[8])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -.1, 1.1, Double.NaN})
  void aPropensityIsAboveZeroAndAtMostOne(double propensity) {
    refused(
        "propensities[0]",
        () ->
            new TrialLog(2, Matrix.of(1, 1, 0), Column.of(0), Column.of(0), Column.of(propensity)));
  }
}
