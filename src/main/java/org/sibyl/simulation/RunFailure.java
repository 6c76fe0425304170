package org.sibyl.simulation;

/** A round that cannot be finished because a number is none or out of bounds. */
public final class RunFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunFailure(int round, Phase phase, int individual, String column) {
    super(
        "round "
            + round
            + ", "
            + phase
            + ", individual "
            + individual
            + ": "
            + column
            + " is NaN. The run was stopped; rounds before it are sound.");
  }

  RunFailure(int round, Phase phase, String problem) {
    super(
        "round "
            + round
            + ", "
            + phase
            + ": "
            + problem
            + " The run was stopped; rounds before it are sound.");
  }
}
