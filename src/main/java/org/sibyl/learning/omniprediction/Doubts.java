package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what speaks against a certificate.
 *
 * @param algorithm that has run
 * @param logs that it has used
 * @param losses |L|
 * @param max the greatest loss
 * @param updates T, at most
 */
record Doubts(PoiBoost algorithm, Logs logs, int losses, double max, long updates) {

  List<Doubt> found() {
    List<Doubt> found = new ArrayList<>();
    if (!logs.exact()) {
      ofLogs(found);
    }
    if (!algorithm.auditor().isExact() || !logs.exact() && isUnbounded()) {
      found.add(Doubt.AUDITOR);
    }
    if (algorithm.interference()) {
      found.add(Doubt.INTERFERENCE);
    }
    return found;
  }

  private void ofLogs(List<Doubt> found) {
    if (algorithm.sampling().isEmpty()) {
      found.add(Doubt.NO_ACCURACY);
    } else if (!(logs.people() >= required(algorithm.sampling().get()))) {
      found.add(Doubt.TOO_FEW_PEOPLE);
    }
    if (algorithm.step() == StepPolicy.PROPORTIONAL || algorithm.step() == StepPolicy.LINE_SEARCH) {
      found.add(Doubt.STEPS_FROM_THE_LOG);
    }
    if (logs.isMixed()) {
      found.add(Doubt.SOME_LOGS_REUSED);
    }
    if (logs.estimated()) {
      found.add(Doubt.ESTIMATED_PROPENSITIES);
    }
    if (logs.dependent()) {
      found.add(Doubt.DEPENDENT_PEOPLE);
    }
  }

  private boolean isUnbounded() {
    return algorithm.auditor().isCountedByPeople() || !Double.isFinite(logs.rules());
  }

  private double required(Sampling sampling) {
    return sampling
        .required()
        .people(
            new RequiredPeople.Demand(
                sampling.accuracy(),
                sampling.failure(),
                losses,
                logs.rules(),
                logs.greatestWeight(),
                max,
                updates,
                logs.isReused()));
  }
}
