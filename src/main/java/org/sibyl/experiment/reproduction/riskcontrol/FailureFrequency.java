package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.riskcontrol.Calibration;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.Plan;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.learning.riskcontrol.width.Width;

/**
 * How often the guarantees fail, at every slope, against delta = .1: on borrowers, and on people
 * whose risk is known to move by 1/2 per unit of lambda. A slope bound below what the risk moves by
 * fails, and one above does not. 100 trajectories at each, in full 1000.
 */
final class FailureFrequency implements Reproduction {
  private static final double ROUNDING = 1e-12;
  private static final int PEOPLE = 2000;

  @Override
  public String name() {
    return "prc-failure";
  }

  @Override
  public String reference() {
    return "Li et al. 2025, theorem 3.3; Figures 6 and 8";
  }

  @Override
  public String statement() {
    return "with a slope bound above the sensitivity guarantees fail less often than delta";
  }

  @Override
  public Axes axes() {
    return Axes.lines("tau", "beyond", "below").by("people");
  }

  @Override
  public String expected(Workbench bench) {
    return Borrowers.expected(name(), bench);
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("people", "tau", "beyond", "below");
    int runs = bench.full() ? 1000 : 100;
    figure.put("uniform people: risk of lambda 0.7", new UniformPeople(bench).risk(0.7, 0.7));
    for (double slope : List.of(0.0, 0.1, 0.25, 0.5, 1.0)) {
      uniform(bench, figure, slope, runs);
    }
    Borrowers borrowers = Borrowers.of(bench, Experiment.expected());
    figure.put("borrowers: risk of lambda 0.5", borrowers.risk(0.5));
    for (double slope : borrowers.experiment().slopes()) {
      Tally tally = Tally.of(borrowers, slope, Sampling.FRESH, runs);
      borrowers.putPlan(figure, slope);
      put(figure, 1, "borrowers", slope, tally.beyond(), tally.below());
    }
    return figure;
  }

  private static void uniform(Workbench bench, Figure figure, double slope, int runs) {
    double tightness = 0.12;
    Width width = bench.width().apply(new CentralLimit());
    UniformPeople people = new UniformPeople(bench);
    PerformativeRiskControl control = UniformPeople.control(tightness, slope, width);
    Plan plan = Plan.solve(control, control.widths(PEOPLE)).orElseThrow();
    figure.put("uniform people, tau " + slope + ": rounds at most", plan.rounds());
    Calibration start = Calibration.from(control).planned(plan);
    int beyond = 0;
    int below = 0;
    for (int run = 0; run < runs; run++) {
      List<Double> lambdas = people.sampled(start, PEOPLE, Workbench.randomness().replicate(run));
      boolean isBeyond = false;
      for (double lambda : lambdas) {
        isBeyond |= people.risk(lambda, lambda) > UniformPeople.LEVEL + ROUNDING;
      }
      double last = lambdas.get(lambdas.size() - 1);
      beyond += isBeyond ? 1 : 0;
      below +=
          last > 0 && people.risk(last, last) < UniformPeople.LEVEL - tightness - ROUNDING ? 1 : 0;
    }
    put(
        figure,
        0,
        "uniform people",
        slope,
        Estimate.share(beyond, runs),
        Estimate.share(below, runs));
  }

  private static void put(
      Figure figure, int people, String name, double slope, Estimate beyond, Estimate below) {
    String place = name + ", tau " + slope + ": ";
    figure.put(place + "any risk beyond the level", beyond);
    figure.put(place + "last risk below the band", below);
    figure.put(
        place + "fails no more often than delta",
        beyond.value() + below.value() <= Experiment.FAILURE);
    figure.row(people, slope, beyond.value(), below.value());
  }
}
