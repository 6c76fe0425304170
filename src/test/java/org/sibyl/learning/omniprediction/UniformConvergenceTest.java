package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;

/** Property P4: with enough people all 135 risks are known at once. */
class UniformConvergenceTest {
  private static final List<DecisionLoss> LOSSES = EarlyWarning.losses();
  private static final List<DecisionRule> RULES = EarlyWarning.rules();
  private static final double[][] TRUE_RISKS = trueRisks();

  private static double[][] trueRisks() {
    double[][] risks = new double[LOSSES.size()][RULES.size()];
    for (int l = 0; l < risks.length; l++) {
      for (int h = 0; h < risks[l].length; h++) {
        risks[l][h] = EarlyWarning.risk(LOSSES.get(l), RULES.get(h), EarlyWarning.truth());
      }
    }
    return risks;
  }

  private static double greatestError(int people, UniformRandomProvider random) {
    TrialEstimates estimates =
        new TrialEstimates(EarlyWarning.log(people, EarlyWarning::uniform, random));
    double greatest = 0;
    for (int l = 0; l < LOSSES.size(); l++) {
      for (int h = 0; h < RULES.size(); h++) {
        double estimate = estimates.risk(LOSSES.get(l), RULES.get(h)).value();
        greatest = Math.max(greatest, Math.abs(estimate - TRUE_RISKS[l][h]));
      }
    }
    return greatest;
  }

  /**
   * The bound of 3868 people promises at most 20 of 400. Truly, an estimate of the loss y, the
   * worst, has the standard deviation 1.31 / sqrt(3868) = .021: one is .1 off with probability
   * 2e-6, one of 27 in one of 400 with at most .02. That more than 3 of 400 are happens with
   * probability .02^4 / 24 = 7e-9. Were weights not used, or a factor lost, all would be.
   */
  @Test
  void enoughPeople() {
    UniformRandomProvider random = EarlyWarning.random(1868);
    int exceeded = 0;
    double sum = 0;
    for (int r = 0; r < 400; r++) {
      double greatest = greatestError(3868, random);
      sum += greatest;
      exceeded += greatest > 0.1 ? 1 : 0;
    }
    assertThat(exceeded).isLessThanOrEqualTo(3);
    assertThat(sum / 400).isBetween(0.037, 0.047); // .042; 5 of its standard errors are below .004
  }

  /** A tenth of them: some 83 % exceed; of 200, 6 standard errors of 2.7 % are 16 %. */
  @Test
  void tooFewPeople() {
    UniformRandomProvider random = EarlyWarning.random(1869);
    int exceeded = 0;
    for (int r = 0; r < 200; r++) {
      exceeded += greatestError(386, random) > 0.1 ? 1 : 0;
    }
    assertThat(exceeded / 200.0).isBetween(0.67, 0.99);
  }
}
