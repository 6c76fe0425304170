package org.sibyl.behavior.strategic;

/** How a population gets partly where it is going. */
public enum Adaptation {
  /** Everybody goes a share of the way. */
  INTERPOLATE,
  /** A share of people go all the way; the others still answer a model of the past. */
  VINTAGES
}
