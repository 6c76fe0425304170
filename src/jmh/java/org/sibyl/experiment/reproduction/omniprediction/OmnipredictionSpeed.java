package org.sibyl.experiment.reproduction.omniprediction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.UniformTrial;

/**
 * Prints how long boosting takes on the log of 32 000 students of a trial, and how its time per
 * round grows with the number of losses: {@code mvn -B -ntp -Pbenchmark verify
 * -Dharness=org.sibyl.experiment.reproduction.omniprediction.OmnipredictionSpeed}.
 */
public final class OmnipredictionSpeed {
  private static final int STUDENTS = 32_000;
  private static final int REPETITIONS = 9;
  private static final int ROUNDS = 101;

  private OmnipredictionSpeed() {}

  /** Measures; takes seconds. */
  public static void main(String[] arguments) {
    EarlyWarning school = new EarlyWarning(Workbench.sound(false));
    TrialLog log = school.trial(new UniformTrial(), STUDENTS, 0);
    double[] seconds = new double[REPETITIONS];
    Boosted boosted = null;
    for (int k = 0; k < REPETITIONS; k++) {
      long start = System.nanoTime();
      boosted =
          EarlyWarning.boosting(0.05, StepPolicy.CERTIFIED)
              .run(Evidence.of(log), EarlyWarning.LOSSES);
      seconds[k] = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf(
        Locale.ROOT,
        "boosting on %d records, epsilon .05: %d updates, %.3f s at first, %.3f s then%n",
        STUDENTS,
        boosted.steps().size(),
        seconds[0],
        median(seconds));
    Evidence gathered = Evidence.of(log).gathered(); // reading the log is not part of a round
    byLosses(gathered, false); // to warm up
    byLosses(gathered, true);
  }

  private static void byLosses(Evidence log, boolean shown) {
    double[] rounds = new double[5];
    for (int k = 0; k < rounds.length; k++) {
      List<DecisionLoss> losses = OracleCalls.losses(5 << k);
      double[] seconds = new double[ROUNDS];
      for (int r = 0; r < ROUNDS; r++) {
        long start = System.nanoTime();
        Boosted boosted = EarlyWarning.boosting(0.05, StepPolicy.CERTIFIED).run(log, losses);
        seconds[r] = (System.nanoTime() - start) / 1e9 / (boosted.steps().size() + 1);
      }
      rounds[k] = median(seconds);
      if (shown) {
        System.out.printf(
            Locale.ROOT, "%d losses: %.3f ms a round%n", losses.size(), 1e3 * rounds[k]);
      }
    }
    if (shown) {
      System.out.printf(
          Locale.ROOT,
          "time of a round grows as losses to the power %.2f%n",
          Math.log(rounds[4] / rounds[0]) / Math.log(16));
    }
  }

  private static double median(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
