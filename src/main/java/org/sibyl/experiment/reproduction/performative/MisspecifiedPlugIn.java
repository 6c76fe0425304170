package org.sibyl.experiment.reproduction.performative;

import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.search.PlugIn;
import org.sibyl.learning.search.Statistic;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.source.NormalSource;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;

/**
 * A linear model of people whose mean bends, .5 + .2 theta + .05 theta^2: what explorations of
 * deviation s make of it, and a model that bends too. No response of the catalog is quadratic in
 * theta, so these people respond by one of their own.
 */
final class MisspecifiedPlugIn implements Reproduction {
  @Override
  public String name() {
    return "plug-in";
  }

  @Override
  public String reference() {
    return "Lin and Zrnic 2024, section 4";
  }

  @Override
  public String statement() {
    return "the optimum that a wrong model shows depends on how far exploration went";
  }

  @Override
  public Axes axes() {
    return Axes.lines("exploration", "theta").by("degree");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("degree", "exploration", "theta");
    double linear = bench.sensitivity().applyAsDouble(0.2);
    double bent = bench.sensitivity().applyAsDouble(0.05);
    FeatureResponse bending =
        situation -> {
          double theta = situation.parametric().theta()[0];
          return (individual, x) -> x[0] += theta * (linear + bent * theta);
        };
    NormalSource people = new NormalSource(1, Values.all(0.5), 0, false, false);
    Setting setting =
        new Setting(bench, people, 1, bending, new RecordedLabels(), new ResetToBase());
    for (double exploration : new double[] {0.25, 0.5, 1, 1.5}) {
      int runs = bench.full() ? 400 : 60;
      PlugIn plugIn = plugIn(bench, exploration, 1, 400, new Everywhere());
      Estimate theta = Setting.mean(runs, run -> setting.last(plugIn, run, 400)[0]);
      figure.put("linear model, exploration " + exploration + ": theta", theta);
      figure.row(1, exploration, theta.value());
    }
    double[] right = setting.last(plugIn(bench, 0.5, 2, 20, Box.of(-1.9, 1.9)), 0, 20);
    figure.put("model with a square, exploration 0.5: theta", right[0]);
    figure.row(2, 0.5, right[0]);
    return figure;
  }

  private static PlugIn plugIn(
      Workbench bench, double exploration, int degree, int explorations, Domain domain) {
    Task task = Setting.task(bench, new LinearLoss(-1), 1, domain);
    return new PlugIn(
        Setting.at(0),
        exploration,
        explorations,
        degree,
        Statistic.FEATURES,
        Minimiser.exact(),
        task);
  }
}
