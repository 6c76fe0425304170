package org.sibyl.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sibyl.Students;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.omniprediction.EarlyWarning;
import org.sibyl.metrics.Metric;
import org.sibyl.network.Isolated;
import org.sibyl.numeric.Matrix;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.outcome.decision.Decided;
import org.sibyl.population.source.School;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Silence;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.RuleClass;
import org.sibyl.simulation.Round;

/** Metrics of decisions against sums over the students themselves. */
class DecisionMetricsTest {
  private static final RuleClass NONE = decisions -> List.of();
  private static final DecisionProblem PROBLEM =
      new DecisionProblem(3, EarlyWarning.losses(), EarlyWarning.ruleClass());
  private static final OutcomeModel MODEL = EarlyWarning.shrunk(0.6);
  private static final DecisionRule RULE = new EarlyWarning.Banded(0, 2, 2);
  private static final Round ROUND = round(new DecisionPolicy(RULE, Optional.of(MODEL)), 1);

  private static Round round(Model model, double trust) {
    return new Students(
            300, School.usual(), new Isolated(), new Decided(EarlyWarning.truth()), 20260630)
        .trusting(trust)
        .play((start, random) -> new Unchanging(model), 1)
        .get(0);
  }

  /** What counts for one student. */
  private interface Term {
    double of(double[] x, int individual);
  }

  private static double mean(Round round, Term term) {
    Matrix features = round.before().population().features();
    double sum = 0;
    for (int i = 0; i < features.rows(); i++) {
      sum += term.of(new double[] {features.get(i, 0), features.get(i, 1)}, i);
    }
    return sum / features.rows();
  }

  private static double at(OutcomeModel model, double[] x, int decision) {
    double[] law = new double[3];
    model.probabilities(x, law);
    return law[decision];
  }

  private static double risk(DecisionLoss loss, DecisionRule rule, OutcomeModel model) {
    return mean(
        ROUND,
        (x, i) -> {
          int decision = rule.decide(x);
          double p = at(model, x, decision);
          return p * loss.value(x, decision, 1) + (1 - p) * loss.value(x, decision, 0);
        });
  }

  @Test
  void risksAreThoseOfTheStudents() {
    for (int k = 0; k < 5; k++) {
      DecisionLoss loss = PROBLEM.losses().get(k);
      assertThat(new ModelledRisk(k, PROBLEM).measure(ROUND))
          .isCloseTo(risk(loss, RULE, MODEL), within(1e-12));
      assertThat(new ExpectedRisk(k, PROBLEM).measure(ROUND))
          .isCloseTo(risk(loss, RULE, EarlyWarning.truth()), within(1e-12));
      assertThat(new RealisedRisk(k, PROBLEM).measure(ROUND))
          .isCloseTo(
              mean(
                  ROUND,
                  (x, i) -> loss.value(x, RULE.decide(x), (int) ROUND.outcomes().labels().get(i))),
              within(1e-12));
    }
  }

  @Test
  void gapsAreThoseOfBestDecisionsByTheModel() {
    for (int k = 0; k < 5; k++) {
      DecisionLoss loss = PROBLEM.losses().get(k);
      double best =
          EarlyWarning.rules().stream()
              .mapToDouble(rule -> risk(loss, rule, EarlyWarning.truth()))
              .min()
              .orElseThrow();
      assertThat(new OmnipredictionGap(k, PROBLEM).measure(ROUND))
          .isCloseTo(
              risk(loss, EarlyWarning.best(loss, MODEL), EarlyWarning.truth()) - best,
              within(1e-12));
    }
  }

  @Test
  void errorsAreTheGreatestOverLosses() {
    double rules = 0;
    double best = 0;
    for (DecisionLoss loss : PROBLEM.losses()) {
      for (DecisionRule rule : EarlyWarning.rules()) {
        rules = Math.max(rules, error(loss, rule));
      }
      best = Math.max(best, error(loss, EarlyWarning.best(loss, MODEL)));
    }
    assertThat(best).isNotCloseTo(rules, within(1e-6));
    assertThat(error(IndistinguishabilityError.Audited.RULES, PROBLEM, ROUND))
        .isCloseTo(rules, within(1e-12));
    assertThat(error(IndistinguishabilityError.Audited.DECISIONS, PROBLEM, ROUND))
        .isCloseTo(best, within(1e-12));
  }

  private static double error(DecisionLoss loss, DecisionRule rule) {
    return Math.abs(risk(loss, rule, MODEL) - risk(loss, rule, EarlyWarning.truth()));
  }

  private static double error(
      IndistinguishabilityError.Audited of, DecisionProblem problem, Round round) {
    return new IndistinguishabilityError(of, problem).measure(round);
  }

  @Test
  void theTruthHasNoErrorsAndNoGap() {
    Round right =
        round(
            new DecisionPolicy(
                new BestDecision(PROBLEM.losses().get(0), EarlyWarning.truth()),
                Optional.of(EarlyWarning.truth())),
            1);
    for (int k = 0; k < 5; k++) {
      assertThat(new OmnipredictionGap(k, PROBLEM).measure(right)).isLessThan(1e-12);
    }
    for (IndistinguishabilityError.Audited of : IndistinguishabilityError.Audited.values()) {
      assertThat(error(of, PROBLEM, right)).isLessThan(1e-12);
    }
  }

  @Test
  void biasesAreOfThoseAskedFor() {
    double treated = mean(ROUND, (x, i) -> RULE.decide(x) == 0 ? 0 : 1);
    Term term = (x, i) -> at(MODEL, x, RULE.decide(x)) - ROUND.outcomes().labels().get(i);
    assertThat(new ForecastBias(ForecastBias.People.EVERYONE).measure(ROUND))
        .isCloseTo(mean(ROUND, term), within(1e-12));
    assertThat(new ForecastBias(ForecastBias.People.TREATED).measure(ROUND))
        .isCloseTo(
            mean(ROUND, (x, i) -> RULE.decide(x) == 0 ? 0 : term.of(x, i)) / treated,
            within(1e-12));
    assertThat(new DecisionShare(2).measure(ROUND)).isCloseTo(treated, within(1e-12));
    assertThat(new DecisionShare(1).measure(ROUND)).isZero();
  }

  /**
   * Who does not take up what is decided is judged by what then comes, at the loss of the offer.
   */
  @Test
  void expectedRisksKnowWhoTookUpWhat() {
    Round half = round(new DecisionPolicy(RULE, Optional.of(MODEL)), 0.5);
    DecisionLoss loss = PROBLEM.losses().get(2);
    double expected =
        mean(
            half,
            (x, i) -> {
              double p = at(EarlyWarning.truth(), x, (int) half.response().actions().get(i));
              int offered = RULE.decide(x);
              return p * loss.value(x, offered, 1) + (1 - p) * loss.value(x, offered, 0);
            });
    assertThat(new ExpectedRisk(2, PROBLEM).measure(half)).isCloseTo(expected, within(1e-12));
    assertThat(half.response().actions()).isNotEqualTo(half.deployment().predictions());
  }

  @Test
  void whatIsNotDefinedIsNotANumber() {
    Round silent = round(new Silence(), 1);
    Round unmodelled = round(new DecisionPolicy(RULE, Optional.empty()), 1);
    Round untreated = round(new DecisionPolicy(new Always(0), Optional.of(MODEL)), 1);
    List<Metric> ofModels =
        List.of(
            new ModelledRisk(0, PROBLEM),
            new OmnipredictionGap(0, PROBLEM),
            new IndistinguishabilityError(IndistinguishabilityError.Audited.RULES, PROBLEM),
            new ForecastBias(ForecastBias.People.EVERYONE));
    for (Metric metric : ofModels) {
      assertThat(metric.measure(unmodelled)).as(metric.name()).isNaN();
      assertThat(metric.measure(silent)).as(metric.name()).isNaN();
    }
    assertThat(new RealisedRisk(0, PROBLEM).measure(silent)).isNaN();
    assertThat(new ExpectedRisk(0, PROBLEM).measure(silent)).isNaN();
    assertThat(new DecisionShare(0).measure(silent)).isNaN();
    assertThat(new ForecastBias(ForecastBias.People.TREATED).measure(untreated)).isNaN();
    DecisionProblem noRules = new DecisionProblem(3, EarlyWarning.losses(), NONE);
    assertThat(new OmnipredictionGap(0, noRules).measure(ROUND)).isNaN();
    assertThat(error(IndistinguishabilityError.Audited.RULES, noRules, ROUND)).isNaN();
    assertThat(error(IndistinguishabilityError.Audited.DECISIONS, noRules, ROUND)).isPositive();
  }

  @Test
  void withoutFactsOnlyWhatNeedsNoneIsKnown() {
    Round round =
        new Students(50, School.usual(), new Isolated(), new RecordedLabels(), 20260631)
            .play(
                (start, random) -> new Unchanging(new DecisionPolicy(RULE, Optional.of(MODEL))), 1)
            .get(0);
    assertThat(new ExpectedRisk(0, PROBLEM).measure(round)).isNaN();
    assertThat(new OmnipredictionGap(0, PROBLEM).measure(round)).isNaN();
    assertThat(new ModelledRisk(0, PROBLEM).measure(round)).isFinite();
    assertThat(new RealisedRisk(0, PROBLEM).measure(round)).isZero(); // all labels are 1
  }

  @Test
  void lossesThatThereAreNotAreRefused() {
    for (int loss : new int[] {-1, 5}) {
      assertThatThrownBy(() -> new RealisedRisk(loss, PROBLEM))
          .hasMessageContaining("loss: " + loss);
    }
  }
}
