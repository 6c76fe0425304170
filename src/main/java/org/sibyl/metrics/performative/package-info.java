/** Measures of performative prediction: risk, stability, learning and steering, what it took. */
@NullMarked
package org.sibyl.metrics.performative;

import org.jspecify.annotations.NullMarked;
