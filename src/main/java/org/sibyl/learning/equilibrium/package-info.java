/** Learners whose aim is an equilibrium: of several predictors, or of a mixture of models. */
@NullMarked
package org.sibyl.learning.equilibrium;

import org.jspecify.annotations.NullMarked;
