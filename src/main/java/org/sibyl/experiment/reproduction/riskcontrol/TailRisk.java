package org.sibyl.experiment.reproduction.riskcontrol;

import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.experiment.reproduction.riskcontrol.Trajectories.Trajectory;
import org.sibyl.learning.riskcontrol.JudgedSample;
import org.sibyl.learning.riskcontrol.RiskCurve;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * The published experiment on the conditional value-at-risk, at all slopes. So few borrowers
 * default that it is ten times the mean, and sees no tail. 20 trajectories for each slope and way
 * of sampling, in full 500.
 */
final class TailRisk implements Reproduction {
  @Override
  public String name() {
    return "prc-cvar";
  }

  @Override
  public String reference() {
    return "Li et al. 2025, section 5: quantile risk; Figure 3";
  }

  @Override
  public String statement() {
    return "from tau = .4 on every deployment is within the level; the measure is ten times the"
        + " mean";
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
    Borrowers borrowers = Borrowers.of(bench, Experiment.tail());
    degenerate(borrowers, figure);
    ExpectedRisk.measure(bench, borrowers, figure, bench.full() ? 500 : 20);
    return figure;
  }

  /** By the definition: all losses, sorted and weighed. */
  private static void degenerate(Borrowers borrowers, Figure figure) {
    Randomness randomness = Workbench.randomness();
    Pool pool = borrowers.pool();
    JudgedSample people = pool.responded(pool.everyone(), 0.5, 1, borrowers.costs(randomness));
    RiskTarget tail = borrowers.experiment().risk();
    RiskTarget mean = new RiskTarget(tail.rule(), new MeanRisk(), tail.level());
    for (double lambda : new double[] {0, 0.5}) {
      figure.put(
          "CVaR by mean loss at lambda " + lambda,
          RiskCurve.simple(tail, people).at(lambda) / RiskCurve.simple(mean, people).at(lambda));
    }
    double slope = 1;
    Trajectory trajectory =
        borrowers.play(borrowers.plan(slope).orElseThrow(), slope, Sampling.FRESH, randomness);
    figure.put(
        "trajectories remark CVAR_DEGENERATE",
        trajectory.end().remarks().stream().anyMatch(text -> text.startsWith("CVAR_DEGENERATE")));
  }
}
