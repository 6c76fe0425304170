package org.sibyl.prediction;

/** When a model reads the features it scores. */
public enum Scored {
  /** Before people respond: forecasts and decisions. */
  BEFORE_RESPONSE,
  /** On the features that people then show: classifiers and thresholds. */
  AFTER_RESPONSE
}
