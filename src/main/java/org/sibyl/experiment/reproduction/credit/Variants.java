package org.sibyl.experiment.reproduction.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.strategic.Adaptation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.GradientShift;
import org.sibyl.behavior.strategic.Heterogeneous;
import org.sibyl.behavior.strategic.MixtureOfTypes;
import org.sibyl.behavior.strategic.OnlyLabelled;
import org.sibyl.behavior.strategic.PartialAdaptation;
import org.sibyl.behavior.strategic.ThresholdSeekers;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Sample;
import org.sibyl.prediction.Activation;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.ModelFamily;
import org.sibyl.prediction.NeuralModels;
import org.sibyl.prediction.Task;

/**
 * Eight variants of the credit problem in which the intercept cannot absorb what people do: it is
 * penalised or absent, or people do not all move alike.
 */
final class Variants implements CreditReproduction {
  /** The kind of the recorded fits with a penalised intercept. */
  static final String PENALISED = "penalised";

  private static final int LONG = 40;
  private static final int SHORT = 20;
  private static final int NEURAL = 12;
  private static final Setting USUAL = new Setting(1000, "1");

  @Override
  public String name() {
    return "credit-variants";
  }

  @Override
  public String reference() {
    return "Perdomo et al. 2020, section 5.2, varied in eight ways";
  }

  @Override
  public String statement() {
    return "where the intercept cannot absorb what people do, exact retraining converges at small"
        + " sensitivities only";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "gap", "loss-before", "hardness").by("variant", "sensitivity");
  }

  @Override
  public Figure measure(Workbench bench) {
    return new Play(new Borrowers(bench)).all();
  }

  /** One measurement of all eight. */
  private static final class Play {
    private final Borrowers borrowers;
    private final Iterates recorded = Iterates.shipped();
    private final Task task;
    private final Figure figure =
        new Figure("variant", "sensitivity", "round", "gap", "loss-before", "hardness");

    Play(Borrowers borrowers) {
      this.borrowers = borrowers;
      this.task = borrowers.task(USUAL.regularization());
    }

    Figure all() {
      penalisedIntercept();
      noIntercept();
      onlyDefaulters();
      thresholdSeekers();
      heterogeneous();
      neural();
      mixture();
      delayed();
      return figure;
    }

    private void penalisedIntercept() {
      for (Setting setting :
          Stream.concat(
                  Stream.of("1", "10", "100", "1000").map(epsilon -> new Setting(1000, epsilon)),
                  Stream.of(new Setting(1, "1000")))
              .toList()) {
        Task penalised = borrowers.task(setting.regularization(), true);
        double[] start = recorded.theta(PENALISED + " lambda=" + setting.penalty() + "/n", 0);
        Course course =
            borrowers.course(
                borrowers.moving(setting.sensitivity()),
                penalised,
                Borrowers.exact(penalised, start));
        List<Outcome> course40 = outcomes(course, LONG);
        if (setting.penalty() == USUAL.penalty()) {
          draw(1, setting.sensitivity(), course40);
        }
        for (int round : new int[] {1, 2, 5, LONG}) {
          figure.put("V1 " + setting + ": gap of round " + round, course40.get(round - 1).gap());
        }
      }
    }

    /** Begins at 0, so that the fit to people who have not moved is deployed in round 2. */
    private void noIntercept() {
      Sample narrow = withoutIntercept(borrowers.all());
      Task free = borrowers.task(USUAL.regularization(), true);
      for (String epsilon : List.of("1", "10", "100", "1000")) {
        double sensitivity = Double.parseDouble(epsilon);
        Course course =
            borrowers.course(
                narrow,
                borrowers.moving(sensitivity),
                new ResetToBase(),
                free,
                Borrowers.exact(free, new double[narrow.features().columns()]));
        course.next();
        List<Outcome> outcomes = outcomes(course, LONG);
        draw(2, sensitivity, outcomes);
        figure.put("V2 eps=" + epsilon + ": gap of round 40", last(outcomes).gap());
      }
    }

    private void onlyDefaulters() {
      List<Outcome> mild = play(3, 1, new OnlyLabelled(1, borrowers.moving(1)), LONG);
      figure.put("V3 eps=1: gap of round 40", last(mild).gap());
      figure.put("V3 eps=1: loss before round 1", mild.get(0).lossBefore());
      figure.put("V3 eps=1: loss before round 40", last(mild).lossBefore());
      figure.put("V3 eps=1: hardness in round 1", mild.get(0).hardness());
      figure.put("V3 eps=1: hardness in round 40", last(mild).hardness());
      for (int sensitivity : new int[] {10, 100}) {
        FeatureResponse defaulters = new OnlyLabelled(1, borrowers.moving(sensitivity));
        figure.put(
            "V3 eps=" + sensitivity + ": still moves in round 20",
            last(play(3, sensitivity, defaulters, SHORT)).gap() > 0.01);
      }
    }

    private void thresholdSeekers() {
      for (int sensitivity : new int[] {1, 10, 100}) {
        FeatureResponse seekers =
            new ThresholdSeekers(borrowers.sensitivity(sensitivity), Borrowers.STRATEGIC);
        List<Outcome> outcomes = play(4, sensitivity, seekers, sensitivity < 100 ? SHORT : LONG);
        String place = "V4 eps=" + sensitivity + ": ";
        if (sensitivity < 100) {
          figure.put(place + "gap of round 20", last(outcomes).gap());
          figure.put(place + "hardness in round 20", last(outcomes).hardness());
        } else {
          Comparator<Outcome> byGap = Comparator.comparing(Outcome::gap);
          figure.put(place + "smallest gap", outcomes.stream().min(byGap).orElseThrow().gap());
          figure.put(place + "largest gap", outcomes.stream().max(byGap).orElseThrow().gap());
        }
      }
    }

    private void heterogeneous() {
      for (int sensitivity : new int[] {1, 10, 100}) {
        FeatureResponse own = new Heterogeneous(0.5, borrowers.moving(sensitivity));
        settles("V5", sensitivity, play(5, sensitivity, own, SHORT));
      }
      alike("V5 all alike", new Heterogeneous(0, borrowers.moving(100)));
    }

    private void mixture() {
      for (int sensitivity : new int[] {1, 10, 100}) {
        FeatureResponse types =
            new MixtureOfTypes(0.5, borrowers.moving(sensitivity), borrowers.moving(0));
        settles("V7", sensitivity, play(7, sensitivity, types, SHORT));
      }
      alike(
          "V7 types alike", new MixtureOfTypes(0.5, borrowers.moving(100), borrowers.moving(100)));
    }

    /** Every tenth borrower before a small network, which is not at its minimum at first. */
    private void neural() {
      Sample few = borrowers.all().rows(IntStream.range(0, 1835).map(k -> 10 * k).toArray());
      Task network = with(new NeuralModels(List.of(4), Activation.TANH));
      int dimension = network.on(few.features().columns()).dimension();
      double[] start = new double[dimension];
      for (int k = 0; k < dimension; k++) {
        start[k] = (double) (37 * k % dimension) / dimension - 0.5; // no two units alike
      }
      Course linear =
          borrowers.course(
              few, borrowers.moving(1), new ResetToBase(), task, Borrowers.exact(task, fit()));
      double withoutLayer = linear.skip(3).lossAfter();
      for (String epsilon : List.of("0.1", "1")) {
        double sensitivity = Double.parseDouble(epsilon);
        Course course =
            borrowers.course(
                few,
                new GradientShift(borrowers.sensitivity(sensitivity), Borrowers.STRATEGIC),
                new ResetToBase(),
                network,
                Borrowers.exact(network, start));
        List<Outcome> outcomes = outcomes(course, NEURAL);
        draw(6, sensitivity, outcomes);
        String place = "V6 eps=" + epsilon + ": ";
        figure.put(place + "gap of round 12", last(outcomes).gap());
        figure.put(
            place + "when stable, loss is that of the best response",
            StrictMath.abs(last(outcomes).lossBefore() - last(outcomes).hardness()) < 1e-9);
        figure.put(
            place + "people are easier than for a linear model",
            last(outcomes).hardness() < withoutLayer);
      }
    }

    private Task with(ModelFamily models) {
      return new Task(
          models, task.loss(), task.regularization(), task.penaliseBias(), new Everywhere());
    }

    /** People go half of the way in each round. */
    private void delayed() {
      FeatureResponse half =
          new PartialAdaptation(0.5, Adaptation.INTERPOLATE, borrowers.moving(100));
      Course course =
          borrowers.course(borrowers.all(), half, new Keep(), task, Borrowers.exact(task, fit()));
      List<Outcome> outcomes = outcomes(course, SHORT);
      draw(8, 100, outcomes);
      for (int round = 1; round <= 10; round++) {
        figure.put("V8 eps=100: gap of round " + round, outcomes.get(round - 1).gap());
      }
    }

    private void settles(String variant, int sensitivity, List<Outcome> outcomes) {
      if (sensitivity < 100) { // beyond that it is drawn only
        figure.put(variant + " eps=" + sensitivity + ": gap of round 20", last(outcomes).gap());
      }
    }

    /** When all move alike after all, this is the usual problem, and the intercept absorbs it. */
    private void alike(String place, FeatureResponse response) {
      Course course = borrowers.course(response, task, Borrowers.exact(task, fit()));
      figure.put(place + " eps=100: gap of round 1", course.next().gap());
      figure.put(place + " eps=100: gap of round 2", course.next().gap());
    }

    private List<Outcome> play(
        int variant, double sensitivity, FeatureResponse response, int rounds) {
      Course course = borrowers.course(response, task, Borrowers.exact(task, fit()));
      List<Outcome> outcomes = outcomes(course, rounds);
      draw(variant, sensitivity, outcomes);
      return outcomes;
    }

    private double[] fit() {
      return recorded.theta(USUAL.run(ExactRetraining.KIND) + " from erm", 0);
    }

    private static List<Outcome> outcomes(Course course, int rounds) {
      List<Outcome> outcomes = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        Course.Step step = course.next();
        outcomes.add(new Outcome(step.gap(), step.lossBefore(), step.lossAfter()));
      }
      return outcomes;
    }

    private void draw(int variant, double sensitivity, List<Outcome> outcomes) {
      for (int at = 0; at < outcomes.size(); at++) {
        Outcome one = outcomes.get(at);
        figure.row(variant, sensitivity, at + 1, one.gap(), one.lossBefore(), one.hardness());
      }
    }

    private static Outcome last(List<Outcome> outcomes) {
      return outcomes.get(outcomes.size() - 1);
    }
  }

  /**
   * What a round came to.
   *
   * @param gap how far the parameters moved
   * @param lossBefore of the deployed parameters
   * @param hardness the loss of the best response
   */
  private record Outcome(double gap, double lossBefore, double hardness) {}

  private static Sample withoutIntercept(Sample people) {
    int width = people.features().columns() - 1;
    double[] entries = new double[people.size() * width];
    for (int i = 0; i < people.size(); i++) {
      for (int k = 0; k < width; k++) {
        entries[i * width + k] = people.features().get(i, k);
      }
    }
    return new Sample(
        people.names().subList(0, width),
        Matrix.of(people.size(), width, entries),
        people.labels());
  }
}
