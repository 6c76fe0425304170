package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.Arrays;
import java.util.Locale;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.riskcontrol.Plan;

/**
 * Prints how long the published experiment on expected risk takes on one thread, and how much
 * faster a trajectory is than the published code. Start it on an idle machine: {@code mvn -B -ntp
 * -Pbenchmark verify -Dharness=org.sibyl.experiment.reproduction.riskcontrol.RiskControlSpeed}. It
 * takes the borrowers of {@code sibyl.credit}, else the stand-in, who are as many.
 */
public final class RiskControlSpeed {
  private static final int REPETITIONS = 7;
  private static final int TRAJECTORIES = 1000;

  /**
   * The published code's CPU seconds for one trajectory, less those of its search for a plan, which
   * it repeats in every trajectory: medians of timing.json of the recorded results, Python 3.11.2
   * with numpy 1.24.2, one thread.
   */
  private enum Published {
    TENTH(0.1, 0.010688441999999965 - 0.005832887499999995),
    HALF(0.5, 0.04664322199999993 - 0.039095745000000015),
    ONE(1, 0.12453892200000016 - 0.11463505800000018),
    TWO(2, 0.37341608400000004 - 0.346170396);

    private final double slope;
    private final double seconds;

    Published(double slope, double seconds) {
      this.slope = slope;
      this.seconds = seconds;
    }
  }

  private RiskControlSpeed() {}

  /** Measures; takes about two minutes. */
  public static void main(String[] arguments) {
    Borrowers borrowers = Borrowers.of(Workbench.sound(false), Experiment.expected());
    whole(borrowers);
    for (Published published : Published.values()) {
      compare(borrowers, published);
    }
  }

  private static void whole(Borrowers borrowers) {
    for (Sampling sampling : new Sampling[] {Sampling.FRESH, Sampling.COMPLEMENT}) {
      double[] seconds = new double[3];
      for (int k = 0; k < seconds.length; k++) {
        long start = System.nanoTime();
        for (double slope : borrowers.experiment().slopes()) {
          Tally.of(borrowers, slope, sampling, TRAJECTORIES);
        }
        seconds[k] = (System.nanoTime() - start) / 1e9;
      }
      System.out.printf(
          Locale.ROOT,
          "%d trajectories at each of %d slopes, %s, one thread: median %.2f s, all %s%n",
          TRAJECTORIES,
          borrowers.experiment().slopes().size(),
          sampling,
          median(seconds),
          shown(seconds));
    }
  }

  /** Cohorts as in the published code, of about 15 700 people. */
  private static void compare(Borrowers borrowers, Published published) {
    Plan plan = borrowers.plan(published.slope).orElseThrow();
    int runs = 200;
    double[] ratios = new double[REPETITIONS];
    double ours = 0;
    double sum = 0;
    for (int k = -1; k < REPETITIONS; k++) { // the first is to warm up
      long start = System.nanoTime();
      for (int run = 0; run < runs; run++) {
        for (double lambda :
            borrowers
                .play(
                    plan,
                    published.slope,
                    Sampling.COMPLEMENT,
                    Workbench.randomness().replicate(run))
                .lambdas()) {
          sum += borrowers.risk(lambda); // the published code judges deployments as well
        }
      }
      ours = (System.nanoTime() - start) / 1e9 / runs;
      ratios[Math.max(0, k)] = published.seconds / ours;
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("a risk is not a number");
    }
    System.out.printf(
        Locale.ROOT,
        "tau %s: a trajectory of the published code takes %.1f times as long (median; all %s);"
            + " %.3f ms against %.3f ms%n",
        published.slope,
        median(ratios),
        shown(ratios),
        1000 * ours,
        1000 * published.seconds);
  }

  private static String shown(double[] numbers) {
    return String.join(
        " ",
        Arrays.stream(numbers).mapToObj(each -> String.format(Locale.ROOT, "%.2f", each)).toList());
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
