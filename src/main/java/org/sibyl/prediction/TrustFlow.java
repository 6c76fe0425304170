package org.sibyl.prediction;

/** Through which trust a gradient runs: the ablations of Góis et al. 2025, Figures 15 and 16. */
public enum TrustFlow {
  /** A forecast moves the trust of all later rounds. */
  FULL,
  /** A forecast moves the next round's trust, but not, through it, that of the rounds after. */
  BLOCK_PREVIOUS_TRUST,
  /** A forecast moves no trust. */
  BLOCK_TRUST
}
