package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.equilibrium.SeveralPredictors;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Vectors;
import org.sibyl.outcome.drawn.CoupledOutcome;
import org.sibyl.population.source.OneHot;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/**
 * Several predictors: two with a market of their own whose mean both move, mu + E theta; producers
 * who flood one market; companies who sell rides or predict people.
 */
final class Markets implements Reproduction {
  @Override
  public String name() {
    return "multiplayer";
  }

  @Override
  public String reference() {
    return "Narang et al. 2023, multiplayer performative prediction; Zhong et al. 2025, Cournot competition";
  }

  @Override
  public String statement() {
    return "all who retrain at once converge when the spectral radius of E is below 1";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "log10-gap").by("matrix");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("matrix", "round", "log10-gap");
    Task mean = Setting.task(bench, new SquaredLoss(0.5), 0, new Everywhere());
    double[][] crossed = {{0, 0.9}, {0.9, 0}};
    double[][] strong = {{0.5, 0.8}, {0.8, 0.5}};
    retraining(bench, figure, "E = ((0 .9) (.9 0))", 0, mean, 0, crossed);
    retraining(bench, figure, "E = ((.5 .8) (.8 .5))", 1, mean, 0, strong);
    double[][] mild = {{0.2, 0.3}, {0.3, 0.1}};
    Task ridge = Setting.task(bench, new LinearLoss(-1), 1, new Everywhere());
    retraining(bench, figure, "E = ((.2 .3) (.3 .1)), linear losses", 2, ridge, 300, mild);
    Values own = Values.each(0.2, 0.1);
    equilibrium(bench, figure, "gradient play", Values.all(0), ridge, mild);
    equilibrium(bench, figure, "gradient play that counts its influence", own, ridge, mild);
    Producers.measure(bench, figure);
    Companies.measure(bench, figure);
    return figure;
  }

  private static Setting setting(Workbench bench, double[]... matrix) {
    List<Values> rows = List.of(row(bench, matrix[0]), row(bench, matrix[1]));
    return Setting.ofOutcomes(
        bench, new OneHot(2), 4, new CoupledOutcome(Values.each(1, 0.5), rows, Values.all(0), 0));
  }

  private static Values row(Workbench bench, double... entries) {
    double[] felt = new double[entries.length];
    for (int k = 0; k < felt.length; k++) {
      felt[k] = bench.sensitivity().applyAsDouble(entries[k]);
    }
    return Values.each(felt);
  }

  private static SeveralPredictors algorithm(
      SeveralPredictors.Rule rule, Values influence, Task task) {
    return new SeveralPredictors(
        Setting.at(0, 0), 1, rule, 0.5, influence, Values.all(0), Minimiser.exact(), 0, task);
  }

  private static void retraining(
      Workbench bench,
      Figure figure,
      String name,
      int number,
      Task task,
      int rounds,
      double[]... matrix) {
    SeveralPredictors all = algorithm(SeveralPredictors.Rule.RETRAINING, Values.all(0), task);
    int played = StrictMath.max(40, rounds);
    List<double[]> thetas = setting(bench, matrix).thetas(all, 0, played);
    for (int round = 0; round < 40; round++) {
      double gap = Vectors.distance(thetas.get(round + 1), thetas.get(round));
      figure.row(number, round, StrictMath.log10(StrictMath.max(gap, 1e-16)));
    }
    if (rounds == 0) {
      double now = Vectors.distance(thetas.get(40), thetas.get(38));
      double before = Vectors.distance(thetas.get(38), thetas.get(36));
      figure.put(name + ": factor per round", StrictMath.sqrt(now / before));
    } else {
      theta(figure, name, thetas.get(rounds));
    }
  }

  private static void equilibrium(
      Workbench bench, Figure figure, String name, Values own, Task task, double[]... matrix) {
    SeveralPredictors all = algorithm(SeveralPredictors.Rule.GRADIENT_PLAY, own, task);
    theta(figure, name, setting(bench, matrix).last(all, 0, 300));
  }

  private static void theta(Figure figure, String name, double... theta) {
    for (int player = 0; player < theta.length; player++) {
      figure.put(name + ": theta " + (player + 1), theta[player]);
    }
  }
}
