package org.sibyl.behavior;

/**
 * How an individual responds to its situation. Individuals read last round and write their own row,
 * so the order in which they act is irrelevant.
 */
@FunctionalInterface
public interface ResponseModel {
  /**
   * Decides for one individual.
   *
   * @param individual its index, 0-based
   * @param situation what it finds
   * @param own its own row of the response; what it does not write stays as it was
   */
  void respond(int individual, Situation situation, Response.Builder own);

  /** This model made ready for many individuals in one situation: override to share scratch. */
  default Responder in(Situation situation) {
    return (individual, own) -> respond(individual, situation, own);
  }
}
