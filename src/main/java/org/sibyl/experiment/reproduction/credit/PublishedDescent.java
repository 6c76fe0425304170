package org.sibyl.experiment.reproduction.credit;

import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.descent.Plain;
import org.sibyl.learning.descent.PublishedStep;
import org.sibyl.learning.descent.StepSize;
import org.sibyl.learning.retraining.RepeatedGradientDescent;
import org.sibyl.prediction.Task;

/** Repeated gradient descent on the credit data, with the step of the published code. */
final class PublishedDescent implements CreditReproduction {
  /** The kind of the recorded runs. */
  static final String KIND = "descent";

  private static final int ROUNDS = 100;

  /** A quarter of the mean squared norm of those who have not moved: the specification's bound. */
  private static final double SMOOTHNESS = 4.66628;

  @Override
  public String name() {
    return "credit-rgd";
  }

  @Override
  public String reference() {
    return "Perdomo et al. 2020, section 5.2, as coded";
  }

  @Override
  public String statement() {
    return "the published step shrinks as people move, so that descent survives where a fixed step"
        + " blows up";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "gap", "risk-before", "accuracy-before")
        .by("penalty", "sensitivity");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure =
        new Figure("penalty", "sensitivity", "round", "gap", "risk-before", "accuracy-before");
    Borrowers borrowers = new Borrowers(bench);
    Iterates recorded = Iterates.shipped();
    for (Setting setting : Setting.all()) {
      asCoded(borrowers, recorded, setting, figure);
    }
    fixed(borrowers, recorded, figure);
    return figure;
  }

  private static void asCoded(
      Borrowers borrowers, Iterates recorded, Setting setting, Figure figure) {
    String run = setting.run(KIND);
    Course course = course(borrowers, setting, new PublishedStep(), recorded.theta(run, 0));
    double farthest = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      Course.Step step = course.next();
      farthest = StrictMath.max(farthest, recorded.distance(run, round, step.after()));
      figure.row(
          setting.penalty(),
          setting.sensitivity(),
          round,
          step.gap(),
          step.riskBefore(),
          step.accuracyBefore());
      if (round == 1) {
        figure.put(setting + ": first gap", step.gap());
      } else if (round == 30) {
        figure.put(setting + ": distance to the first 30 recorded iterates at most", farthest);
      } else if (round == ROUNDS) {
        figure.put(setting + ": gap after 100 rounds", step.gap());
        figure.put(setting + ": risk before round 100", step.riskBefore());
      }
    }
    figure.put(setting + ": distance to the recorded iterates at most", farthest);
  }

  /** The step that theory gives, which does not know how far people went. */
  private static void fixed(Borrowers borrowers, Iterates recorded, Figure figure) {
    Course mild = fixed(borrowers, recorded, new Setting(1, "10"));
    figure.put("fixed step, lambda=1/n eps=10: first gap", mild.next().gap());
    figure.put("fixed step, lambda=1/n eps=10: gap of round 400", mild.skip(399).gap());
    figure.put(
        "fixed step, lambda=1/n eps=100: blows up within 8 rounds",
        blowsUp(fixed(borrowers, recorded, new Setting(1, "100"))));
    Course penalised = fixed(borrowers, recorded, new Setting(1000, "50"));
    double first = penalised.next().gap();
    figure.put(
        "fixed step, lambda=1000/n eps=50: gap falls to a tenth",
        penalised.skip(99).gap() < first / 10);
    figure.put(
        "fixed step, lambda=1000/n eps=100: blows up within 8 rounds",
        blowsUp(fixed(borrowers, recorded, new Setting(1000, "100"))));
  }

  private static boolean blowsUp(Course course) {
    boolean far = false;
    for (int round = 1; round <= 8 && !far; round++) {
      far = course.next().gap() > 1e6;
    }
    return far;
  }

  private static Course fixed(Borrowers borrowers, Iterates recorded, Setting setting) {
    String fit = new Setting(setting.penalty(), "1").run(ExactRetraining.KIND) + " from erm";
    StepSize size = new ConstantStep(2 / (SMOOTHNESS + 2 * setting.regularization()));
    return course(borrowers, setting, size, recorded.theta(fit, 0));
  }

  private static Course course(
      Borrowers borrowers, Setting setting, StepSize size, double... start) {
    Task task = borrowers.task(setting.regularization());
    Algorithm descent =
        new RepeatedGradientDescent(Borrowers.given(start), size, new Plain(), 0, task);
    return borrowers.course(borrowers.moving(setting.sensitivity()), task, descent);
  }
}
