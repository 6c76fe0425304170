package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/** Estimates of risks and errors from the log of a trial. */
class TrialEstimatesTest {
  private static final DecisionLoss STEER = EarlyWarning.losses().get(0);
  private static final DecisionRule RULE = new EarlyWarning.Banded(1, 3, 2);
  private static final DecisionLoss BY_HAND = TableLoss.of(2, (a, y) -> y == 1 ? 3 + a : 1 + a);
  private static final OutcomeModel HALF =
      new PerformativeOmnipredictor(2, List.of(), List.of(), List.of());

  private static TrialLog log() {
    return new TrialLog(
        2,
        Matrix.of(3, 1, 1, 2, 4),
        Column.of(0, 1, 0),
        Column.of(1, 0, 0),
        Column.of(.5, .25, .8));
  }

  /** Decision 0 was made about persons 0 and 2: losses 3 and 1, weights 2 and 1.25, slope 2. */
  @Test
  void byHand() {
    TrialEstimates estimates = new TrialEstimates(log());
    assertThat(estimates.risk(BY_HAND, new Always(0)))
        .isEqualTo(new Estimate((2 * 3 + 1.25) / 3, Estimate.Standing.CERTIFIABLE));
    assertThat(estimates.normalizedRisk(BY_HAND, new Always(0)).value())
        .isCloseTo((2 * 3 + 1.25) / 3.25, within(1e-15));
    assertThat(estimates.normalizedRisk(BY_HAND, new Always(0)).standing())
        .isEqualTo(Estimate.Standing.NOT_CERTIFIED);
    assertThat(estimates.error(BY_HAND, new Always(0), HALF))
        .isEqualTo(new Estimate((-2 + 1.25) / 3, Estimate.Standing.CERTIFIABLE));
    assertThat(estimates.plainError(BY_HAND, new Always(0), HALF, Matrix.of(5, 1, 0, 0, 0, 0, 0)))
        .isEqualTo(new Estimate(2 - (2 * 3 + 1.25) / 3, Estimate.Standing.CERTIFIABLE));
  }

  @Test
  void evidenceSaysTheResidual() {
    TrialLog log = EarlyWarning.log(500, EarlyWarning::byBand, 7);
    double residual = new TrialEstimates(log).error(STEER, RULE, EarlyWarning.shrunk(0.9)).value();
    Audit audit =
        Audit.of(
            Evidence.of(log),
            List.of(STEER),
            EarlyWarning.shrunk(0.9),
            new AllRules(List.of(RULE)),
            AuditSide.TWO_SIDED);
    assertThat(audit.poi()).isCloseTo(Math.abs(residual), within(1e-14));
    Audit gathered =
        Audit.of(
            Evidence.of(log).gathered(),
            List.of(STEER),
            EarlyWarning.shrunk(0.9),
            new AllRules(List.of(RULE)),
            AuditSide.TWO_SIDED);
    assertThat(gathered.poi()).isCloseTo(Math.abs(residual), within(1e-14));
  }

  private static final int RUNS = 4000;

  /** Mean and standard deviation of many estimates. */
  private record Moments(double mean, double deviation) {
    static Moments of(double... estimates) {
      double mean = Arrays.stream(estimates).sum() / estimates.length;
      double squares = Arrays.stream(estimates).map(e -> (e - mean) * (e - mean)).sum();
      return new Moments(mean, Math.sqrt(squares / estimates.length));
    }

    /** 5.5 standard errors of the mean. */
    double most() {
      return 5.5 * deviation / Math.sqrt(RUNS);
    }
  }

  /**
   * Property P3, a and b. The mean of 4000 estimates is normal but for some 1e-3 of its standard
   * error; beyond 5.5 of these it is with probability 4e-8, in each of four comparisons. So is the
   * standard deviation, whose standard error is 1 / sqrt(8000) of it.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void estimatesAreUnbiasedForAnyKnownPropensities(boolean uniform) {
    EarlyWarning.Propensity trial = uniform ? EarlyWarning::uniform : EarlyWarning::byBand;
    OutcomeModel model = EarlyWarning.shrunk(0.9);
    UniformRandomProvider random = EarlyWarning.random(20230607);
    double[] risks = new double[RUNS];
    double[] errors = new double[RUNS];
    for (int r = 0; r < RUNS; r++) {
      TrialEstimates estimates = new TrialEstimates(EarlyWarning.log(500, trial, random));
      risks[r] = estimates.risk(STEER, RULE).value();
      errors[r] = estimates.error(STEER, RULE, model).value();
    }
    Moments risk = Moments.of(risks);
    Moments error = Moments.of(errors);
    assertThat(risk.mean()).isCloseTo(.11949, within(risk.most()));
    double truth = EarlyWarning.risk(STEER, RULE, EarlyWarning.truth());
    assertThat(error.mean())
        .isCloseTo(EarlyWarning.risk(STEER, RULE, model) - truth, within(error.most()));
    if (uniform) {
      assertThat(Math.sqrt(500) * risk.deviation()).isCloseTo(.578, within(.062 * .578));
      assertThat(Math.sqrt(500) * error.deviation()).isCloseTo(.545, within(.062 * .545));
    }
  }

  /**
   * Property P3, the last part: one third for all, where the trial was not uniform, is off by some
   * .0125, whose standard error is .0005: less than .008 happens with probability 1e-18.
   */
  @Test
  void aWrongPropensityBiases() {
    UniformRandomProvider random = EarlyWarning.random(20230608);
    double[] risks = new double[RUNS];
    for (int r = 0; r < RUNS; r++) {
      TrialLog log = EarlyWarning.log(500, EarlyWarning::byBand, random);
      Column third = Column.constant(log.size(), 1.0 / 3);
      risks[r] =
          new TrialEstimates(new TrialLog(3, log.features(), log.decided(), log.outcomes(), third))
              .risk(STEER, RULE)
              .value();
    }
    Moments wrong = Moments.of(risks);
    assertThat(wrong.mean()).isCloseTo(.132, within(.003));
    assertThat(Math.abs(wrong.mean() - .11949)).isGreaterThan(.008);
  }

  /** Estimated propensities do for the residual, which then certifies nothing, and for no other. */
  @Test
  void estimatedPropensities() {
    TrialEstimates estimates = new TrialEstimates(log().withEstimated(Column.of(.5, .25, .8)));
    assertThat(estimates.error(BY_HAND, new Always(0), HALF))
        .isEqualTo(new Estimate((-2 + 1.25) / 3, Estimate.Standing.NOT_CERTIFIED));
    refused(estimates, e -> e.risk(BY_HAND, new Always(0)));
    refused(estimates, e -> e.normalizedRisk(BY_HAND, new Always(0)));
    refused(estimates, e -> e.plainError(BY_HAND, new Always(0), HALF, Matrix.of(1, 1, 0)));
  }

  private static void refused(TrialEstimates estimates, Consumer<TrialEstimates> call) {
    assertThatThrownBy(() -> call.accept(estimates))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe use error, the residual.");
  }

  /** Nobody was treated as the rule would, though all could have been. */
  @Test
  void selfNormalizedWithoutAnyoneIsUndefined() {
    DecisionRule other = new RandomInstance.Listed(List.of(0, 1, 0, 0, 1));
    Estimate estimate = new TrialEstimates(log()).normalizedRisk(BY_HAND, other);
    assertThat(estimate.value()).isNaN();
    assertThat(estimate.standing()).isEqualTo(Estimate.Standing.UNDEFINED);
    assertThat(new TrialEstimates(log()).risk(BY_HAND, other).value()).isZero();
  }
}
