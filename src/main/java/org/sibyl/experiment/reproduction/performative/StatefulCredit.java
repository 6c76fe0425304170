package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.strategic.GroupsInTurn;
import org.sibyl.behavior.strategic.StrategicFeatures;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.retraining.DelayedRetraining;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Vectors;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.source.NormalSource;
import org.sibyl.population.table.Credit;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.Task;

/**
 * Three groups that respond in turn (Brown, Hod and Kalemaj 2022): retraining in every round,
 * against waiting until all have responded. First on features that move by .6 theta, where it has a
 * closed form; then on borrowers, of whom the claims are that both converge and that waiting needs
 * fewer deployments: all who respond to one model move alike, so that it stands after two refits.
 * The borrowers are the real ones where the user has them, and else their stand-in.
 */
final class StatefulCredit implements Reproduction {
  private static final int GROUPS = 3;
  private static final double SENSITIVITY = 0.6;
  private static final int ROUNDS = 30;

  @Override
  public String name() {
    return "stateful-credit";
  }

  @Override
  public String reference() {
    return "Brown et al. 2022, section 5";
  }

  @Override
  public String statement() {
    return "retraining converges in a stateful world, and waiting needs fewer deployments";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "log10-gap").by("sensitivity", "held");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("sensitivity", "held", "round", "log10-gap");
    exact(bench, figure);
    FeatureSource people = new Credit(bench.credit()).prepared();
    int size = people.fixedSize().orElseThrow();
    Task task =
        new Task(
            new LinearModels(0),
            bench.loss().apply(new LogisticLoss()),
            1000.0 / size,
            false,
            new Everywhere());
    for (int sensitivity : new int[] {1, 25, 75}) {
      double felt = bench.sensitivity().applyAsDouble(sensitivity);
      StrategicFeatures moving = new StrategicFeatures(felt, Optional.of(List.of(0, 5, 7)));
      Setting setting =
          new Setting(
              bench,
              people,
              size,
              new GroupsInTurn(GROUPS, moving),
              new RecordedLabels(),
              new Keep());
      credit(figure, setting, task, sensitivity);
    }
    return figure;
  }

  private static Algorithm held(Task task, int rounds) {
    return new DelayedRetraining(
        new GivenParameters(Values.all(0)), rounds, Minimiser.exact(), 0, task);
  }

  private static void exact(Workbench bench, Figure figure) {
    Task task = Setting.task(bench, new LinearLoss(-1), 1, new Everywhere());
    Setting one = Setting.ofFeatures(bench, SENSITIVITY, 1);
    Setting turns =
        new Setting(
            bench,
            new NormalSource(1, Values.all(1), 0, false, false),
            GROUPS,
            new GroupsInTurn(GROUPS, Setting.moving(bench, SENSITIVITY, 1)),
            one.nature(),
            new Keep());
    List<double[]> each = turns.thetas(held(task, 1), 0, 120);
    List<double[]> waiting = turns.thetas(held(task, GROUPS), 0, 120);
    figure.put("closed form, every round: factor per deployment", factor(each, 60, 1));
    figure.put("closed form, waiting: factor per deployment", factor(waiting, 10 * GROUPS, GROUPS));
    figure.put("closed form, every round: theta", each.get(120)[0]);
    figure.put("closed form, waiting: theta", waiting.get(120)[0]);
  }

  private static double factor(List<double[]> thetas, int at, int apart) {
    double now = thetas.get(at + apart)[0] - thetas.get(at)[0];
    return now / (thetas.get(at)[0] - thetas.get(at - apart)[0]);
  }

  private static void credit(Figure figure, Setting setting, Task task, int sensitivity) {
    String place = "borrowers, sensitivity " + sensitivity + ": ";
    int[] deployments = new int[2];
    for (int waits = 0; waits <= 1; waits++) {
      int held = waits == 1 ? GROUPS : 1;
      List<double[]> thetas = setting.thetas(held(task, held), 0, ROUNDS);
      double first = Vectors.distance(thetas.get(held), thetas.get(0));
      int needed = 0;
      for (int round = held; round <= ROUNDS; round += held) {
        double gap = Vectors.distance(thetas.get(round), thetas.get(round - held));
        figure.row(sensitivity, held, round, StrictMath.log10(StrictMath.max(gap, 1e-16)));
        needed = gap > 1e-4 * first ? round / held : needed;
      }
      figure.put(
          place + (waits == 1 ? "waiting" : "retraining in every round") + " converges",
          needed < ROUNDS / held);
      deployments[waits] = needed;
    }
    figure.put(place + "refits until waiting stands", deployments[1]);
    figure.put(place + "waiting needs fewer deployments", deployments[1] < deployments[0]);
  }
}
