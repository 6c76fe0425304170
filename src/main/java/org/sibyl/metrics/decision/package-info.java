/**
 * Measures of decisions: what a rule costs by the model, by what came of it, and by Nature's facts.
 */
@NullMarked
package org.sibyl.metrics.decision;

import org.jspecify.annotations.NullMarked;
