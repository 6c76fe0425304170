package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import java.util.function.IntFunction;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.descent.Plain;
import org.sibyl.learning.retraining.RepeatedGradientDescent;
import org.sibyl.learning.search.PerformativeDescent;
import org.sibyl.learning.search.ReparametrisedDescent;
import org.sibyl.learning.search.Statistic;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.outcome.drawn.MixtureOutcome;
import org.sibyl.outcome.drawn.OutcomeByType;
import org.sibyl.population.source.ConstantSource;
import org.sibyl.population.source.OneHot;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.ConstantModels;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;

/**
 * The mixture problem of Izzo et al. 2021: z comes from N(theta - .5, 1) or N(1 - .3 theta, .25),
 * loss theta z.
 *
 * <p>The paper's PerfGD models each component and needs to know who came from which. Where features
 * tell it, the means of the two groups are the coefficients of outcomes on features, and the
 * setting is the paper's, but that just half of the people are of either group. Where a cohort does
 * not say it: the loss is linear in z, so that only the mean counts, which is linear in theta, and
 * PerfGD on the mean goes to the optimum when the deviation it takes for known is that of the
 * mixture there. Reparametrised descent knows how each person responds.
 */
final class MixtureOfDemands implements Reproduction {
  /** Deviations of the two components. */
  private static final double FIRST = 1;

  private static final double SECOND = 0.5;

  @Override
  public String name() {
    return "perfgd-mixture";
  }

  @Override
  public String reference() {
    return "Izzo et al. 2021, section 5, mixture";
  }

  @Override
  public String statement() {
    return "descent that knows the shift goes to the optimum, retraining to a risk of 0";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "theta").by("method");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("method", "round", "theta");
    Task task = Setting.task(bench, new LinearLoss(1), 0, Box.of(-1, 1));
    Setting setting = setting(bench, 1000);
    ConstantStep step = new ConstantStep(0.1);
    Algorithm retraining =
        new RepeatedGradientDescent(Setting.at(0.5), new ConstantStep(0.5), new Plain(), 0, task);
    Algorithm descent = new ReparametrisedDescent(Setting.at(0.5), step, task);
    ends(bench, figure, setting, task, "repeated gradient descent", retraining, 0);
    ends(bench, figure, setting, task, "reparametrised descent", descent, 1);
    perfGd(bench, figure, task);
    return figure;
  }

  private static void perfGd(Workbench bench, Figure figure, Task task) {
    Algorithm onMean = perfGd(Statistic.OUTCOME, Values.all(deviationAtOptimum()), task);
    ends(bench, figure, people -> setting(bench, people), "PerfGD on the mean", onMean, 2);
    Task forAll =
        new Task(
            new ConstantModels(), bench.loss().apply(new LinearLoss(1)), 0, true, Box.of(-1, 1));
    Algorithm onGroups = perfGd(Statistic.COEFFICIENTS, Values.each(FIRST, SECOND), forAll);
    ends(bench, figure, people -> groups(bench, people), "PerfGD on both groups", onGroups, 3);
    Setting many = groups(bench, 10_000);
    figure.put(
        "PerfGD on both groups, 10000 people: risk after 100 rounds",
        Setting.mean(
            bench.full() ? 80 : 20,
            run -> many.risk(forAll, 1000 + run, many.last(onGroups, run, 100))));
  }

  private static Algorithm perfGd(Statistic statistic, Values deviation, Task task) {
    return new PerformativeDescent(
        Setting.at(0.5), new ConstantStep(0.1), 20, statistic, deviation, 0.1, 10, task);
  }

  /** Differences of noisy means bend the path: with 1000 people it ends in a neighborhood. */
  private static void ends(
      Workbench bench,
      Figure figure,
      IntFunction<Setting> settings,
      String name,
      Algorithm algorithm,
      int method) {
    for (int people : new int[] {1000, 10_000}) {
      Setting setting = settings.apply(people);
      int runs = bench.full() ? 80 : 20;
      Estimate end = Setting.mean(runs, run -> setting.last(algorithm, run, 100)[0]);
      figure.put(name + ", " + people + " people: theta after 100 rounds", end);
    }
    List<double[]> shown = settings.apply(10_000).thetas(algorithm, 0, 100);
    for (int round = 0; round <= 100; round++) {
      figure.row(method, round, shown.get(round)[0]);
    }
  }

  /** The deviation of the mixture at theta = -.25 / .7, of which PerfGD is told. */
  private static double deviationAtOptimum() {
    double theta = -0.25 / 0.7;
    double apart = theta - 0.5 - (1 - 0.3 * theta);
    return StrictMath.sqrt(0.5 * FIRST * FIRST + 0.5 * SECOND * SECOND + apart * apart / 4);
  }

  private static Setting setting(Workbench bench, int people) {
    return Setting.ofOutcomes(
        bench, new ConstantSource(), people, new MixtureOutcome(0.5, first(bench), second(bench)));
  }

  /** The same, but everybody's features say which component it is of. */
  private static Setting groups(Workbench bench, int people) {
    return Setting.ofOutcomes(
        bench, new OneHot(2), people, new OutcomeByType(first(bench), second(bench)));
  }

  private static LinearOutcome first(Workbench bench) {
    double rising = bench.sensitivity().applyAsDouble(1);
    return new LinearOutcome(-0.5, Values.all(0), rising, FIRST);
  }

  private static LinearOutcome second(Workbench bench) {
    double falling = bench.sensitivity().applyAsDouble(-0.3);
    return new LinearOutcome(1, Values.all(0), falling, SECOND);
  }

  private static void ends(
      Workbench bench,
      Figure figure,
      Setting setting,
      Task task,
      String name,
      Algorithm algorithm,
      int method) {
    List<double[]> shown = setting.thetas(algorithm, 0, 100);
    for (int round = 0; round <= 100; round++) {
      figure.row(method, round, shown.get(round)[0]);
    }
    int runs = bench.full() ? 400 : 40;
    double[] ends = new double[runs];
    double[] risks = new double[runs];
    for (int run = 0; run < runs; run++) {
      ends[run] = setting.last(algorithm, run, 100)[0];
      risks[run] = setting.risk(task, runs + run, ends[run]); // noise of other rounds
    }
    figure.put(name + ": theta after 100 rounds", Estimate.mean(ends));
    figure.put(name + ": risk after 100 rounds", Estimate.mean(risks));
  }
}
