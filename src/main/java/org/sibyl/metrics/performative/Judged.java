package org.sibyl.metrics.performative;

import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * A round as its task judges it: everyone's data, whoever was observed, and the deployed model.
 *
 * @param problem the task on this round's features
 * @param deployed the model that was in force
 * @param everyone the data that it induced
 */
record Judged(Problem problem, Parametric deployed, Cohort everyone) {

  /** The round; empty when its model has no parameters. */
  static Optional<Judged> of(Round round, Task task) {
    if (!(round.deployment().model() instanceof Parametric deployed)) {
      return Optional.empty();
    }
    return Optional.of(
        new Judged(task.on(round.response().features().columns()), deployed, everyone(round)));
  }

  private static Cohort everyone(Round round) {
    return new Cohort(
        round.number(),
        IntStream.range(0, round.outcomes().labels().size()).toArray(),
        round.response().features(),
        round.deployment().predictions(),
        round.outcomes().labels(),
        Optional.empty(),
        Optional.empty());
  }

  /** PR(theta): the deployed model on the data that it induced. */
  double performativeRisk() {
    return problem.meanLoss(everyone.predictions(), everyone) + problem.penalty(deployed.theta());
  }

  /** The regularised risk of other parameters on this round's data: a row of DPR. */
  double risk(double[] theta) {
    return problem.value(theta, everyone);
  }

  /** Euclidean distance. */
  static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int k = 0; k < a.length; k++) {
      squares += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return StrictMath.sqrt(squares);
  }
}
