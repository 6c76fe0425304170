package org.sibyl.experiment.reproduction.credit;

import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.prediction.Task;

/**
 * Everybody moves by the same vector, and the intercept is free: exact retraining is stable after
 * two deployments, whatever the sensitivity. What was published as non-convergence is the solver's.
 */
final class Degeneracy implements CreditReproduction {
  /** The kinds of the recorded runs with the published solvers. */
  static final String PERDOMO = "perdomo";

  static final String WHYNOT = "whynot";

  private static final int EXACT_ROUNDS = 4;
  private static final int PERDOMO_ROUNDS = 3;
  private static final int WHYNOT_ROUNDS = 25;

  @Override
  public String name() {
    return "credit-degeneracy";
  }

  @Override
  public String reference() {
    return "Perdomo et al. 2020, section 5.2; Figure 1 as coded";
  }

  @Override
  public String statement() {
    return "exact retraining is stable after two deployments at every sensitivity; the published"
        + " non-convergence is that of solvers that stop early";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "gap", "risk-before", "hardness")
        .by("solver", "penalty", "sensitivity");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure =
        new Figure("solver", "penalty", "sensitivity", "round", "gap", "risk-before", "hardness");
    Borrowers borrowers = new Borrowers(bench);
    Iterates recorded = Iterates.shipped();
    for (Setting setting : Setting.all()) {
      exact(borrowers, recorded, setting, figure);
    }
    shallow(borrowers, recorded, new Setting(1000, "100"), PERDOMO, PERDOMO_ROUNDS, figure);
    for (String epsilon : new String[] {"1", "1000"}) {
      shallow(borrowers, recorded, new Setting(1, epsilon), WHYNOT, WHYNOT_ROUNDS, figure);
    }
    return figure;
  }

  private static void exact(
      Borrowers borrowers, Iterates recorded, Setting setting, Figure figure) {
    double[] fit = recorded.theta(setting.run(ExactRetraining.KIND) + " from erm", 0);
    Task task = borrowers.task(setting.regularization());
    Course course =
        borrowers.course(borrowers.moving(setting.sensitivity()), task, Borrowers.exact(task, fit));
    String place = setting + ": ";
    for (int round = 1; round <= EXACT_ROUNDS; round++) {
      Course.Step step = course.next();
      row(figure, 0, setting, step);
      figure.put(place + "hardness in round " + round, step.riskAfter());
      if (round == 1) {
        double[] stable = step.after();
        int last = stable.length - 1;
        figure.put(place + "intercept moves by", stable[last] - fit[last]);
        stable[last] = fit[last];
        figure.put(place + "weights move by", Iterates.distance(stable, fit));
      } else {
        figure.put(place + "gap of round " + round, step.gap());
      }
    }
    figure.put(place + "performative risk when stable", course.next().riskBefore());
  }

  private static void shallow(
      Borrowers borrowers,
      Iterates recorded,
      Setting setting,
      String kind,
      int rounds,
      Figure figure) {
    ShallowRetraining.Variant variant =
        kind.equals(WHYNOT) ? ShallowRetraining.Variant.WHYNOT : ShallowRetraining.Variant.PERDOMO;
    Task task = borrowers.task(setting.regularization());
    Algorithm algorithm =
        new ShallowRetraining(Borrowers.given(recorded.theta(setting.run(kind), 0)), variant, task);
    Course course = borrowers.course(borrowers.moving(setting.sensitivity()), task, algorithm);
    for (int round = 1; round <= rounds; round++) {
      Course.Step step = course.next();
      row(figure, 1 + variant.ordinal(), setting, step);
      figure.put(setting + " " + kind + ": gap of round " + round, step.gap());
    }
  }

  private static void row(Figure figure, int solver, Setting setting, Course.Step step) {
    figure.row(
        solver,
        setting.penalty(),
        setting.sensitivity(),
        step.round(),
        step.gap(),
        step.riskBefore(),
        step.riskAfter());
  }
}
