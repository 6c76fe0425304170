package org.sibyl.metrics.performative;

import java.util.Optional;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.WholePopulation;

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
    // the survey of everybody draws nothing
    return new WholePopulation()
        .observe(round.deployment(), round.response(), round.outcomes(), Randomness.of(0));
  }

  /** PR(theta): the deployed model on the data that it induced. */
  double performativeRisk() {
    return problem.meanLoss(everyone.predictions(), everyone) + problem.penalty(deployed.theta());
  }
}
