package org.sibyl.simulation;

import java.util.Optional;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/**
 * What the Predictor has used up so far, and what it last saw.
 *
 * @param deployments models put into force; a model that stays is not deployed again
 * @param samples individuals observed, over all rounds, and drawn through oracles
 * @param oracleCalls calls of oracles: shift and performative gradients, samples of models that
 *     were not deployed
 * @param deployment of the last round; empty before the first
 * @param cohort of the last round; empty before the first
 */
public record Ledger(
    int deployments,
    long samples,
    long oracleCalls,
    Optional<Deployment> deployment,
    Optional<Cohort> cohort) {

  /** Nothing used yet. */
  static Ledger empty() {
    return new Ledger(0, 0, 0, Optional.empty(), Optional.empty());
  }

  /** After a round, before learning. */
  Ledger after(Deployment deployed, Cohort observed) {
    boolean stays = deployment.map(last -> last.model().equals(deployed.model())).orElse(false);
    return new Ledger(
        stays ? deployments : deployments + 1,
        samples + observed.size(),
        oracleCalls,
        Optional.of(deployed),
        Optional.of(observed));
  }

  /** With what a lesson has used through oracles. */
  Ledger with(Access access) {
    return new Ledger(
        deployments,
        samples + access.samples(),
        oracleCalls + access.oracleCalls(),
        deployment,
        cohort);
  }
}
