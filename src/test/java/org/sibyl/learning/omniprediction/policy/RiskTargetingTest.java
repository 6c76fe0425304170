package org.sibyl.learning.omniprediction.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sibyl.Students;
import org.sibyl.learning.Progress;
import org.sibyl.learning.omniprediction.EarlyWarning;
import org.sibyl.metrics.decision.ForecastBias;
import org.sibyl.network.Isolated;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.decision.Decided;
import org.sibyl.population.source.School;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialByValue;
import org.sibyl.prediction.decision.TrialPolicy;
import org.sibyl.simulation.Round;

/** Students treated by risk, or by a rule or a trial that stays. */
class RiskTargetingTest {
  private static final DecisionProblem PROBLEM =
      new DecisionProblem(3, EarlyWarning.losses(), EarlyWarning.ruleClass());
  private static final Trial BY_BAND =
      new TrialByValue(
          1,
          Stream.iterate(0, band -> band + 1)
              .limit(5)
              .map(band -> Values.each(EarlyWarning.byBand(band)))
              .toList());

  private static Students students(int size) {
    return new Students(
            size, School.usual(), new Isolated(), new Decided(EarlyWarning.truth()), 20260620)
        .renewed();
  }

  /**
   * In truth .7923 graduate untreated and .8685 when the five kinds below .8, 33 %, are tutored;
   * among these .5530 become .7841: so the bias is -.2311 among the treated, -.0762 among all. The
   * logistic fit to the truth, which is on no side of .8 that the truth is not on, has -.2332 and
   * -.0762. Means of 10 000 outcomes have a standard deviation below .005, those among the treated
   * below .0075, and fitted frequencies, of twice as many, add less: .05 and .03 are more than five
   * of the sum's, the signs more than ten. Should the 12 % at .82 be fitted below .8, which has a
   * probability of .006, the biases are -.189 and -.085.
   */
  @ParameterizedTest
  @EnumSource(RiskTargeting.Fit.class)
  void theBetterItHelpsTheWorseItLooks(RiskTargeting.Fit fit) {
    List<Round> rounds = students(10_000).play(new RiskTargeting(2, 0.8, 2, fit, PROBLEM), 4);
    for (int k = 0; k < 2; k++) {
      assertThat(rounds.get(k).deployment().predictions()).isEqualTo(Column.constant(10_000, 0));
    }
    double treatedShare = 0;
    double bias = 0;
    for (int i = 0; i < EarlyWarning.cells().rows(); i++) {
      int group = (int) EarlyWarning.cells().get(i, 0);
      int band = (int) EarlyWarning.cells().get(i, 1);
      double untreated = EarlyWarning.probability(group, band, 0);
      double share = untreated < 0.8 ? EarlyWarning.shares().get(i) : 0;
      treatedShare += share;
      bias += share * (untreated - EarlyWarning.probability(group, band, 2));
    }
    assertThat(treatedShare).isCloseTo(0.33, within(1e-12));
    Round treated = rounds.get(3);
    assertThat(new ForecastBias(ForecastBias.People.TREATED).measure(treated))
        .isCloseTo(bias / treatedShare, within(0.05));
    assertThat(new ForecastBias(ForecastBias.People.EVERYONE).measure(treated))
        .isCloseTo(bias, within(0.03));
    assertThat(treated.outcomes().labels().mean())
        .isGreaterThan(rounds.get(1).outcomes().labels().mean() + 0.04);
    assertThat(treated.before().learner().progress()).isEqualTo(Progress.FINISHED);
  }

  /**
   * Kinds whose probability is .05 or more from the cut: the closest are .72 among some 800 and .86
   * among some 1000, 5.0 and 5.5 standard deviations away (3e-7 and 2e-8).
   */
  @Test
  void whoIsBelowTheCutIsTreated() {
    Round round =
        students(10_000)
            .play(new RiskTargeting(1, 0.8, 2, RiskTargeting.Fit.FREQUENCIES, PROBLEM), 2)
            .get(1);
    for (int i = 0; i < 10_000; i++) {
      int group = (int) round.before().population().features().get(i, 0);
      int band = (int) round.before().population().features().get(i, 1);
      double untreated = EarlyWarning.probability(group, band, 0);
      if (untreated < 0.75 || untreated > 0.85) {
        assertThat(round.deployment().predictions().get(i)).isEqualTo(untreated < 0.8 ? 2 : 0);
      }
    }
  }

  @Test
  void fixedPoliciesStay() {
    List<Round> rule = students(30).play(new FixedRule(new Always(1), PROBLEM), 3);
    assertThat(rule.get(2).deployment().predictions()).isEqualTo(Column.constant(30, 1));
    List<Round> trial = students(30).play(new FixedTrial(BY_BAND, PROBLEM), 3);
    assertThat(trial.get(2).deployment().model()).isEqualTo(new TrialPolicy(BY_BAND, 3));
    assertThatThrownBy(() -> students(30).play(new FixedRule(new Always(3), PROBLEM), 1))
        .hasMessageContaining("decision");
  }

  /** Of three people with feature 0 one has no label: 1 and 0 are left, and a 0 with feature 1. */
  @Test
  void whoseOutcomeIsNotSeenDoesNotCount() {
    BitSet seen = new BitSet();
    seen.set(0);
    seen.set(2, 4);
    Cohort cohort =
        new Cohort(
            1,
            new int[] {0, 1, 2, 3},
            Matrix.of(4, 1, 0, 0, 0, 1),
            Column.constant(4, 0),
            Column.of(1, Double.NaN, 0, 0),
            Optional.empty(),
            Optional.of(seen));
    double[] law = new double[2];
    UntreatedFrequencies fitted = UntreatedFrequencies.of(2, List.of(cohort));
    double[] expected = {0.5, 0, 1.0 / 3}; // the last for who is like nobody
    for (int x = 0; x < 3; x++) {
      fitted.probabilities(new double[] {x}, law);
      assertThat(law).containsOnly(expected[x]);
    }
    UntreatedLogistic.of(2, List.of(cohort)).probabilities(new double[] {0}, law);
    assertThat(law[0]).isCloseTo(0.5, within(0.01)).isEqualTo(law[1]);
  }
}
