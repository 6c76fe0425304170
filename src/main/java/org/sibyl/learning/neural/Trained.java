package org.sibyl.learning.neural;

/** A learner that goes down a loss. */
public interface Trained {
  /** The loss of the last game it learned from; NaN before the first. */
  double lastLoss();
}
