package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;

/** The forecast with which a retraining algorithm begins. */
@FunctionalInterface
public interface InitialForecast {
  /** One probability for each individual. */
  Column draw(int size, UniformRandomProvider random);
}
