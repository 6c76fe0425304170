package org.sibyl.behavior.strategic;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Draw;

/**
 * What individuals draw when they respond. Each use has its own words of an individual's stream, so
 * that responses one inside the other draw independently. What is fixed over rounds comes from
 * round 0, in which nobody responds.
 */
public enum Chance {
  /** Which of two types an individual is; fixed. One word. */
  TYPE(true, 0),
  /** How sensitive it is; fixed. The rest of its stream. */
  SENSITIVITY(true, 1),
  /** Whether it adapts this round. One word. */
  ADAPTATION(false, 0),
  /** Whether it goes where it would rather be. One word. */
  CHOICE(false, 1),
  /** Whether it becomes like someone else, and like whom. The rest of its stream. */
  RESAMPLING(false, 2);

  private final boolean fixed;
  private final int wordsBefore;

  Chance(boolean fixed, int wordsBefore) {
    this.fixed = fixed;
    this.wordsBefore = wordsBefore;
  }

  /** This use's words of an individual's stream. */
  public UniformRandomProvider of(int individual, Situation situation) {
    int round = fixed ? 0 : situation.round();
    UniformRandomProvider random = situation.randomness().at(Draw.RESPONSE, round, individual);
    for (int word = 0; word < wordsBefore; word++) {
      random.nextLong();
    }
    return random;
  }
}
