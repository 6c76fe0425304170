package org.sibyl.experiment.reproduction.credit;

import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** A world that is played round by round, and what each round came to. */
final class Course {
  private final Dynamics dynamics;
  private final Problem problem;
  private World world;

  Course(Dynamics dynamics, World first, Problem problem) {
    this.dynamics = dynamics;
    this.world = first;
    this.problem = problem;
  }

  /** The parameters about to be deployed. */
  double[] theta() {
    return theta(world.learner().model());
  }

  /** Plays the next round. */
  Step next() {
    Round round = dynamics.play(world);
    world = round.after();
    return new Step(
        problem, round.number(), theta(round.deployment().model()), theta(), round.cohort());
  }

  /** Plays so many rounds. */
  Step skip(int rounds) {
    Step last = next();
    for (int k = 1; k < rounds; k++) {
      last = next();
    }
    return last;
  }

  private static double[] theta(Model model) {
    return ((Parametric) model).theta();
  }

  /**
   * A round of retraining.
   *
   * @param problem how models are judged
   * @param round its number, from 1
   * @param before the parameters that were deployed
   * @param after the parameters that were learned
   * @param cohort the people as they answered
   */
  @SuppressWarnings("ArrayRecordComponent") // used at once
  record Step(Problem problem, int round, double[] before, double[] after, Cohort cohort) {
    /** How far the parameters moved. */
    double gap() {
      return Iterates.distance(before, after);
    }

    /** The performative risk, penalty included. */
    double riskBefore() {
      return problem.value(before, cohort);
    }

    /** The risk of the new parameters on the old people, penalty included. */
    double riskAfter() {
      return problem.value(after, cohort);
    }

    /** The same without the penalty. */
    double lossBefore() {
      return riskBefore() - problem.penalty(before);
    }

    /** The same without the penalty: when retraining is exact, how hard these people are. */
    double lossAfter() {
      return riskAfter() - problem.penalty(after);
    }

    double accuracyBefore() {
      return accuracy(before);
    }

    double accuracyAfter() {
      return accuracy(after);
    }

    private double accuracy(double... theta) {
      Column scores = problem.predictions(theta, cohort);
      int right = 0;
      for (int i = 0; i < scores.size(); i++) {
        right += scores.get(i) > 0 == (cohort.outcomes().get(i) == 1) ? 1 : 0;
      }
      return (double) right / scores.size();
    }
  }
}
