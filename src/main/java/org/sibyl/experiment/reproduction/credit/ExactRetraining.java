package org.sibyl.experiment.reproduction.credit;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.prediction.Task;

/** Repeated risk minimization on the credit data, each minimum exact. */
final class ExactRetraining implements CreditReproduction {
  /** The kind of the recorded runs. */
  static final String KIND = "exact";

  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "credit-rrm";
  }

  @Override
  public String reference() {
    return "Perdomo et al. 2020, section 5.2, Figures 1 and 2";
  }

  @Override
  public String statement() {
    return "with exact minimisers retraining follows the recorded iterates at every sensitivity";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "gap", "risk-before", "accuracy-before")
        .by("penalty", "sensitivity", "from-zero");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure =
        new Figure(
            "penalty",
            "sensitivity",
            "from-zero",
            "round",
            "gap",
            "risk-before",
            "risk-after",
            "accuracy-before",
            "accuracy-after");
    Borrowers borrowers = new Borrowers(bench);
    Iterates recorded = Iterates.shipped();
    for (Setting setting : Setting.all()) {
      for (String start : List.of("erm", "zero")) {
        play(borrowers, recorded, setting, start, figure);
      }
    }
    return figure;
  }

  private static void play(
      Borrowers borrowers, Iterates recorded, Setting setting, String start, Figure figure) {
    String run = setting.run(KIND) + " from " + start;
    Task task = borrowers.task(setting.regularization());
    Course course =
        borrowers.course(
            borrowers.moving(setting.sensitivity()),
            task,
            Borrowers.exact(task, recorded.theta(run, 0)));
    String place = setting + " from " + start + ": ";
    double farthest = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      Course.Step step = course.next();
      farthest = StrictMath.max(farthest, recorded.distance(run, round, step.after()));
      figure.put(place + "risk before round " + round, step.riskBefore());
      figure.put(place + "risk after round " + round, step.riskAfter());
      figure.put(place + "accuracy before round " + round, step.accuracyBefore());
      figure.put(place + "accuracy after round " + round, step.accuracyAfter());
      figure.row(
          setting.penalty(),
          setting.sensitivity(),
          start.equals("zero") ? 1 : 0,
          round,
          step.gap(),
          step.riskBefore(),
          step.riskAfter(),
          step.accuracyBefore(),
          step.accuracyAfter());
    }
    figure.put(place + "distance to the recorded iterates at most", farthest);
  }
}
