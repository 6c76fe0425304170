package org.sibyl.behavior.strategic;

/** A response at work in one situation. It may keep scratch, so each thread has its own. */
@FunctionalInterface
public interface Mover {
  /**
   * Overwrites where the individual stands with where it goes.
   *
   * @param individual its index, 0-based
   * @param features where it stands, one entry for each feature
   */
  void move(int individual, double[] features);
}
