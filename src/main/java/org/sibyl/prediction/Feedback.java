package org.sibyl.prediction;

/** What a learner reads of the world, from little to all: each level includes those before it. */
public enum Feedback {
  /** F1: samples of what it deployed, judged by the deployed model only. */
  SAMPLES,
  /** F2: the same samples, judged by any model: a row of the decoupled performative risk. */
  LOSSES,
  /** F3: also the parametric family that the samples come from. */
  FAMILY,
  /** F4: also how each sample moves with the deployed parameters. */
  SIMULATOR,
  /** F5: also samples of models that are not deployed. */
  EXACT
}
