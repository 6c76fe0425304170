/** Learners of parametric models: retraining and the search for performative optima. */
@NullMarked
package org.sibyl.learning.retraining;

import org.jspecify.annotations.NullMarked;
