/** How the Predictor chooses the next model. Sees cohorts, never trust, payoffs or responses. */
@NullMarked
package org.sibyl.learning;

import org.jspecify.annotations.NullMarked;
