/** Sweeps: many trials, on one machine or a cluster, kept whatever happens. */
@NullMarked
package org.sibyl.experiment.sweep;

import org.jspecify.annotations.NullMarked;
