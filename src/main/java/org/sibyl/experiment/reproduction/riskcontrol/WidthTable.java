package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.riskcontrol.LeastTightness;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.Plan;
import org.sibyl.learning.riskcontrol.SampleMode;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.learning.riskcontrol.width.EmpiricalBernstein;
import org.sibyl.learning.riskcontrol.width.Hoeffding;
import org.sibyl.learning.riskcontrol.width.HoeffdingBentkus;
import org.sibyl.learning.riskcontrol.width.TailCentralLimit;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * How wide each width is, by the size of the sample and the level, and what can be planned with it.
 * Infinite where there is none.
 */
final class WidthTable implements Reproduction {
  /** So many widths, the first, have closed forms. */
  private static final int CLOSED_FORMS = 3;

  private static final RiskMeasure MEAN = new MeanRisk();

  @Override
  public String name() {
    return "prc-widths";
  }

  @Override
  public String reference() {
    return "Li et al. 2025, Figure 4 and appendix A.2";
  }

  @Override
  public String statement() {
    return "only the normal approximation is narrow enough for a tightness of .082";
  }

  @Override
  public Axes axes() {
    return Axes.lines("people", "width").by("kind", "level", "failure");
  }

  private static Map<String, Width> widths() {
    Map<String, Width> all = new LinkedHashMap<>();
    all.put("clt", new CentralLimit());
    all.put("hoeffding", new Hoeffding());
    all.put("empirical-bernstein", new EmpiricalBernstein());
    all.put("hoeffding-bentkus", new HoeffdingBentkus(HoeffdingBentkus.Form.HALF));
    return all;
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("kind", "people", "level", "failure", "width");
    int kind = 0;
    for (Map.Entry<String, Width> entry : widths().entrySet()) {
      Width width = bench.width().apply(entry.getValue());
      for (int people : new int[] {100, 500, 2000, 10_000}) {
        for (double level : new double[] {0.1, 0.3, 0.5}) {
          for (double failure : new double[] {0.1, 0.01, 0.001}) {
            double w = width.of(people, failure, MEAN, level).orElse(Double.POSITIVE_INFINITY);
            figure.put(place(entry.getKey(), people, level, failure), w);
            figure.row(kind, people, level, failure, w);
          }
        }
      }
      plans(figure, entry.getKey(), width, kind < CLOSED_FORMS);
      kind++;
    }
    tail(bench, figure);
    return figure;
  }

  private static String place(String kind, int people, double level, double failure) {
    return kind + ", " + people + " people, level " + level + ", failure " + failure;
  }

  /** What the expected-risk experiment could be planned with, at tau = 1. */
  private static void plans(Figure figure, String kind, Width width, boolean least) {
    Experiment experiment = Experiment.expected();
    PerformativeRiskControl control =
        new PerformativeRiskControl(
            experiment.tightness(),
            Experiment.FAILURE,
            1,
            width,
            1,
            0,
            SampleMode.FRESH,
            OptionalInt.of(experiment.size()),
            1,
            0,
            1,
            experiment.risk());
    Plan.Widths widths = control.widths(experiment.size());
    figure.put(kind + ": tightness .082 can be planned", Plan.solve(control, widths).isPresent());
    if (least) {
      LeastTightness smallest = Plan.leastTightness(control, widths).orElseThrow();
      figure.put(kind + ": smallest tightness", smallest.tightness());
      figure.put(kind + ": rounds at the smallest tightness", smallest.rounds());
    }
  }

  /** CVaR, with the worst share of people that the bound on it allows. */
  private static void tail(Workbench bench, Figure figure) {
    double[][] shares = {{0.9, 0.1}, {0.9, 0.43204407337990575}, {0.5, 0.2}, {0.95, 0.05}};
    for (double[] pair : shares) {
      Width width = bench.width().apply(new TailCentralLimit(pair[1]));
      RiskMeasure measure = new ConditionalValueAtRisk(pair[0]);
      for (double failure : new double[] {0.1, 0.01}) {
        figure.put(
            "cvar-clt, beta " + pair[0] + ", share " + pair[1] + ", failure " + failure,
            width.of(10_000, failure, measure, 1).orElse(Double.POSITIVE_INFINITY));
      }
    }
  }
}
