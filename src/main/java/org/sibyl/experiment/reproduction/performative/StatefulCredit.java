package org.sibyl.experiment.reproduction.performative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
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
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.learning.retraining.DelayedRetraining;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Vectors;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.source.NormalSource;
import org.sibyl.population.table.Credit;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.World;

/**
 * Three groups that respond in turn (Brown, Hod and Kalemaj 2022): retraining in every round,
 * against waiting until all have responded. First on features that move by .6 theta, where it has a
 * closed form; then on borrowers, of whom the claims are that both converge and that waiting needs
 * fewer deployments: all who respond to one model move alike, so that it stands after two refits.
 * The borrowers are the real ones where the user has them, and else their stand-in.
 *
 * <p>Each start is the fit on a bootstrap resample of the borrowers. In full it is the published
 * ten starts of 300 rounds each; else two of 30. Wherever a start is, the end is the stable point:
 * there everybody is scored as the fit on those who have not moved scores them, so that in each
 * group the share of those taken for safe, and the share of the safe taken for defaulters, are the
 * same as before anybody moved.
 */
final class StatefulCredit implements Reproduction {
  private static final int GROUPS = 3;
  private static final double SENSITIVITY = 0.6;

  private static final String[] RATES = {"negative rate", "false positive rate"};

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
    Starts starts = Starts.of(people, size, task, bench.full() ? 10 : 2);
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
      credit(figure, setting, starts, sensitivity, bench.full() ? 300 : 30);
    }
    return figure;
  }

  private static Algorithm held(Task task, int rounds, double... start) {
    return new DelayedRetraining(
        new GivenParameters(Values.each(start)), rounds, Minimiser.exact(), 0, task);
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
    List<double[]> each = turns.thetas(held(task, 1, 0), 0, 120);
    List<double[]> waiting = turns.thetas(held(task, GROUPS, 0), 0, 120);
    figure.put("closed form, every round: factor per deployment", factor(each, 60, 1));
    figure.put("closed form, waiting: factor per deployment", factor(waiting, 10 * GROUPS, GROUPS));
    figure.put("closed form, every round: theta", each.get(120)[0]);
    figure.put("closed form, waiting: theta", waiting.get(120)[0]);
  }

  private static double factor(List<double[]> thetas, int at, int apart) {
    double now = thetas.get(at + apart)[0] - thetas.get(at)[0];
    return now / (thetas.get(at)[0] - thetas.get(at - apart)[0]);
  }

  /**
   * Where runs begin.
   *
   * @param task what is minimised
   * @param thetas fits on resamples
   * @param rates of every group under the fit on all, before anybody moves
   */
  private record Starts(Task task, List<double[]> thetas, double[][] rates) {
    static Starts of(FeatureSource people, int size, Task task, int number) {
      UniformRandomProvider random = Workbench.randomness().at(Draw.FEATURES, 0);
      var sample = people.draw(size, random);
      int[] everyone = IntStream.range(0, size).toArray();
      Cohort all = cohort(everyone, sample.features(), sample.labels());
      Problem problem = task.on(sample.features().columns());
      List<double[]> thetas = new ArrayList<>();
      for (int start = 0; start < number; start++) {
        UniformRandomProvider own = Workbench.randomness().at(Draw.LEARNER, start);
        int[] chosen = IntStream.range(0, size).map(i -> own.nextInt(size)).toArray();
        Column labels = Column.generate(size, k -> sample.labels().get(chosen[k]));
        thetas.add(fit(problem, cohort(everyone, sample.features().rows(chosen), labels)));
      }
      return new Starts(task, thetas, StatefulCredit.rates(problem, fit(problem, all), all));
    }

    private static double[] fit(Problem problem, Cohort cohort) {
      double[] zero = new double[problem.dimension()];
      return Minimiser.exact()
          .minimise(SmoothFunction.of(problem, cohort), problem.domain(), zero)
          .theta();
    }

    private static Cohort cohort(int[] individuals, Matrix features, Column labels) {
      Column unscored = Column.constant(labels.size(), Double.NaN);
      return new Cohort(
          0, individuals, features, unscored, labels, Optional.empty(), Optional.empty());
    }
  }

  /** For every group the shares of those taken for safe, and of the safe taken for defaulters. */
  private static double[][] rates(Problem problem, double[] theta, Cohort cohort) {
    Column scores = problem.predictions(theta, cohort);
    double[] people = new double[GROUPS];
    double[] safe = new double[GROUPS];
    double[][] rates = new double[GROUPS][RATES.length];
    for (int i = 0; i < cohort.size(); i++) {
      int group = cohort.individuals()[i] % GROUPS;
      boolean isSafe = cohort.outcomes().get(i) == 0;
      boolean isTakenForSafe = scores.get(i) <= 0;
      people[group]++;
      safe[group] += isSafe ? 1 : 0;
      rates[group][0] += isTakenForSafe ? 1 : 0;
      rates[group][1] += isSafe && !isTakenForSafe ? 1 : 0;
    }
    for (int group = 0; group < GROUPS; group++) {
      rates[group][0] /= people[group];
      rates[group][1] /= safe[group];
    }
    return rates;
  }

  private static void credit(
      Figure figure, Setting setting, Starts starts, int sensitivity, int rounds) {
    String place = "borrowers, sensitivity " + sensitivity + ": ";
    boolean isShorter = true;
    int[] most = new int[2];
    double[][] off = new double[GROUPS][RATES.length];
    for (int start = 0; start < starts.thetas.size(); start++) {
      int[] needed = new int[2];
      for (int waits = 0; waits <= 1; waits++) {
        int held = waits == 1 ? GROUPS : 1;
        Algorithm algorithm = held(starts.task, held, starts.thetas.get(start));
        List<double[]> thetas = new ArrayList<>();
        World last = setting.first(algorithm, 0);
        thetas.add(Setting.theta(last));
        for (int round = 1; round <= rounds; round++) {
          last = setting.dynamics(0).play(last).after();
          thetas.add(Setting.theta(last));
        }
        needed[waits] = needed(thetas, held);
        most[waits] = StrictMath.max(most[waits], needed[waits]);
        for (int round = held; start == 0 && round <= rounds; round += held) {
          double gap = gap(thetas, round, held);
          figure.row(sensitivity, held, round, StrictMath.log10(StrictMath.max(gap, 1e-16)));
        }
        furthest(off, starts, setting.dynamics(0).play(last).cohort(), thetas.get(rounds));
      }
      isShorter &= needed[1] < needed[0];
    }
    figure.put(place + "retraining in every round converges", most[0] < rounds);
    figure.put(place + "waiting converges", most[1] < rounds / GROUPS);
    figure.put(place + "refits until waiting stands", most[1]);
    figure.put(place + "waiting needs fewer deployments", isShorter);
    for (int group = 0; group < GROUPS; group++) {
      for (int rate = 0; rate < RATES.length; rate++) {
        figure.put(
            place + "group " + (group + 1) + ", " + RATES[rate] + " away from the first fit's",
            off[group][rate]);
      }
    }
  }

  /** After how many refits the rest are smaller than 1e-4 of the first. */
  private static int needed(List<double[]> thetas, int held) {
    double first = gap(thetas, held, held);
    int needed = 0;
    for (int round = held; round < thetas.size(); round += held) {
      needed = gap(thetas, round, held) > 1e-4 * first ? round / held : needed;
    }
    return needed;
  }

  private static double gap(List<double[]> thetas, int round, int held) {
    return Vectors.distance(thetas.get(round), thetas.get(round - held));
  }

  /** Notes how far rates on what people show in the end are from those of the first fit. */
  private static void furthest(double[][] off, Starts starts, Cohort shown, double... theta) {
    double[][] now = rates(starts.task.on(shown.features().columns()), theta, shown);
    for (int group = 0; group < GROUPS; group++) {
      for (int rate = 0; rate < RATES.length; rate++) {
        double apart = StrictMath.abs(now[group][rate] - starts.rates[group][rate]);
        off[group][rate] = StrictMath.max(off[group][rate], apart);
      }
    }
  }
}
