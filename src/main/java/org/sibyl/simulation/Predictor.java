package org.sibyl.simulation;

import sim.engine.SimState;
import sim.engine.Steppable;

/** The central agent: it publishes its model when the round begins and learns when it ends. */
public final class Predictor implements Steppable {
  private static final long serialVersionUID = 1;

  Predictor() {}

  /** Deploys. */
  @Override
  public void step(SimState state) {
    ((Simulation) state).deploy();
  }

  /** Observes the round's cohort and learns. */
  void learn(SimState state) {
    ((Simulation) state).learn();
  }

  @Override
  public String toString() {
    return "predictor";
  }
}
