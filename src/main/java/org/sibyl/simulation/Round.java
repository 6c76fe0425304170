package org.sibyl.simulation;

import org.sibyl.behavior.Response;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/**
 * One finished round.
 *
 * @param before the world it began with
 * @param deployment the model in force and what it said
 * @param response what individuals did
 * @param outcomes what came of it
 * @param revised the individuals after they revised trust and state, before any new episode
 * @param cohort what was observed
 * @param after the world it left
 */
public record Round(
    World before,
    Deployment deployment,
    Response response,
    Outcomes outcomes,
    Population revised,
    Cohort cohort,
    World after) {
  /** Its number, from 1. */
  public int number() {
    return before.round();
  }
}
