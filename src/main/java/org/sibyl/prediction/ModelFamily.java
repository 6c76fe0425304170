package org.sibyl.prediction;

/** A shape of model, before the number of features is known. */
@FunctionalInterface
public interface ModelFamily {
  /** The models on so many features. */
  ParametricClass on(int features);
}
