package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.List;
import java.util.Locale;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;

/**
 * The published experiment on expected risk, at all slopes: with cohorts that are new in each
 * round, and with those of the published code. 100 trajectories for each, in full the published
 * 1000.
 */
final class ExpectedRisk implements Reproduction {
  @Override
  public String name() {
    return "prc-expected";
  }

  @Override
  public String reference() {
    return "Li et al. 2025, section 5: expected risk; Figure 2";
  }

  @Override
  public String statement() {
    return "from tau = .5 on every deployment is within the level, and the last is in the band";
  }

  @Override
  public Axes axes() {
    return Axes.lines("tau", "last-lambda", "last-risk", "beyond").by("sampling");
  }

  @Override
  public String expected(Workbench bench) {
    return Borrowers.expected(name(), bench);
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("sampling", "tau", "last-lambda", "last-risk", "beyond");
    measure(bench, Borrowers.of(bench, Experiment.expected()), figure, bench.full() ? 1000 : 100);
    return figure;
  }

  /** Plans, and so many trajectories for each slope and way of sampling. */
  static void measure(Workbench bench, Borrowers borrowers, Figure figure, int runs) {
    for (double slope : borrowers.experiment().slopes()) {
      borrowers.putPlan(figure, slope);
    }
    for (Sampling sampling : List.of(Sampling.FRESH, Sampling.COMPLEMENT)) {
      for (double slope : borrowers.experiment().slopes()) {
        Tally tally = Tally.of(borrowers, slope, sampling, runs);
        tally.put(figure, sampling.name().toLowerCase(Locale.ROOT) + ", tau " + slope + ": ");
        figure.row(
            sampling.ordinal(),
            slope,
            tally.meanLambda(),
            tally.meanRisk(),
            tally.beyond().value());
      }
    }
  }
}
