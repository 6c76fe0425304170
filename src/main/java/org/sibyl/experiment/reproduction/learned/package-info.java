/**
 * Reproductions of learned predictors: networks that are trained on games which the agents play.
 */
@NullMarked
package org.sibyl.experiment.reproduction.learned;

import org.jspecify.annotations.NullMarked;
