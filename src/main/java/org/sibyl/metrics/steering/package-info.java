/** What games come to under a Predictor that learns to steer them. */
@NullMarked
package org.sibyl.metrics.steering;

import org.jspecify.annotations.NullMarked;
