package org.sibyl.experiment.reproduction.omniprediction;

import java.util.function.IntFunction;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.UniformTrial;

/**
 * Boosting from logs of students in a trial, of several sizes: one log for all rounds overfits when
 * it is small; a fresh one each round does not. 20 repetitions.
 */
final class FiniteSample implements Reproduction {
  private static final double TOLERANCE = 0.05;
  private static final int REPETITIONS = 20;
  private static final int FRESH = 500;
  private static final int ROUNDS = 1000; // more than any run needs: repetitions do not overlap

  private final String name;
  private final Trial trial;

  private FiniteSample(String name, Trial trial) {
    this.name = name;
    this.trial = trial;
  }

  /** With a uniform trial. */
  static FiniteSample uniform() {
    return new FiniteSample("omni-finite-sample", new UniformTrial());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, section 4.2";
  }

  @Override
  public String statement() {
    return "a log of 32 000 students tells all risks to .05; one of 500 does not, fresh ones do";
  }

  @Override
  public Axes axes() {
    return Axes.lines("students", "error", "gap", "updates").by("fresh");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("fresh", "students", "error", "gap", "updates");
    measure(bench, trial, figure);
    return figure;
  }

  /** Logs of all sizes from this trial. */
  static void measure(Workbench bench, Trial trial, Figure figure) {
    EarlyWarning school = new EarlyWarning(bench);
    for (int students : new int[] {500, 2000, 8000, 32_000}) {
      put(
          figure,
          students,
          false,
          Runs.of(
              school,
              repetition -> {
                Evidence log = Evidence.of(school.trial(trial, students, repetition)).gathered();
                return round -> log;
              }));
    }
    put(
        figure,
        FRESH,
        true,
        Runs.of(
            school,
            repetition ->
                round ->
                    Evidence.of(school.trial(trial, FRESH, (repetition + 1) * ROUNDS + round))
                        .gathered()));
  }

  private static void put(Figure figure, int students, boolean fresh, Runs runs) {
    String place = (fresh ? "fresh logs of " : "one log of ") + students + ": ";
    figure.put(place + "greatest error", Estimate.mean(runs.errors()));
    figure.put(place + "gap of the worst loss", Estimate.mean(runs.gaps()));
    figure.put(place + "updates", Estimate.mean(runs.updates()));
    figure.put(place + "errors beyond the tolerance", runs.beyond());
    figure.row(
        fresh ? 1 : 0,
        students,
        Estimate.mean(runs.errors()).value(),
        Estimate.mean(runs.gaps()).value(),
        Estimate.mean(runs.updates()).value());
  }

  /** What came of all repetitions. */
  private record Runs(double[] errors, double[] gaps, double[] updates) {
    static Runs of(EarlyWarning school, IntFunction<IntFunction<Evidence>> logs) {
      Runs runs =
          new Runs(new double[REPETITIONS], new double[REPETITIONS], new double[REPETITIONS]);
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        Boosted boosted =
            EarlyWarning.boosting(TOLERANCE, StepPolicy.CERTIFIED)
                .run(logs.apply(repetition), EarlyWarning.LOSSES);
        runs.errors[repetition] = school.worstError(boosted.predictor());
        runs.gaps[repetition] = school.worstGap(boosted.predictor());
        runs.updates[repetition] = boosted.steps().size();
      }
      return runs;
    }

    double beyond() {
      double beyond = 0;
      for (double error : errors) {
        beyond += error > TOLERANCE ? 1.0 / REPETITIONS : 0;
      }
      return beyond;
    }
  }
}
