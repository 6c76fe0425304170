package org.sibyl.behavior;

/** What becomes of trust when somebody does what a model had held to be impossible. */
public enum ZeroPolicy {
  /** Likelihoods are kept away from 0 and 1 by a floor: trust can always recover. */
  FLOOR,
  /** A model that held the event impossible is refuted for ever; if both did, trust stays. */
  HARD,
  /** The published code's third option: a constant in the denominator of unnormalised products. */
  DENOMINATOR_EPSILON
}
