package org.sibyl.metrics.performative;

import java.util.Optional;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * From one model to the next: what was observed of both.
 *
 * @param problem the task on their features
 * @param last parameters of the last model
 * @param observed the cohort that it induced
 * @param now parameters of this round's model
 * @param observedNow the cohort that it induced
 */
record Lesson(Problem problem, double[] last, Cohort observed, double[] now, Cohort observedNow) {

  /** The lesson that led to this round; empty in round 1 and for models without parameters. */
  static Optional<Lesson> of(Round round, Task task) {
    Optional<Parametric> last = round.before().ledger().deployment().flatMap(Lesson::parametric);
    Optional<Parametric> now = parametric(round.deployment());
    return last.flatMap(
        before ->
            now.map(
                model ->
                    new Lesson(
                        task.on(round.response().features().columns()),
                        before.theta(),
                        round.before().ledger().cohort().orElseThrow(),
                        model.theta(),
                        round.cohort())));
  }

  private static Optional<Parametric> parametric(Deployment deployment) {
    return deployment.model() instanceof Parametric model ? Optional.of(model) : Optional.empty();
  }

  double decoupledRisk() {
    return problem.value(now, observed);
  }

  double learningGain() {
    return problem.value(last, observed) - decoupledRisk();
  }

  double steeringGain() {
    return decoupledRisk() - problem.value(now, observedNow);
  }
}
