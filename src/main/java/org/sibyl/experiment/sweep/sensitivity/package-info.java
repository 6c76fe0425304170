/** Sensitivity analysis: which factors of a sweep its outputs depend on. Pure functions. */
@NullMarked
package org.sibyl.experiment.sweep.sensitivity;

import org.jspecify.annotations.NullMarked;
