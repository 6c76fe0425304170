/** The individuals' state, by column: what the Predictor may see and what is private. */
@NullMarked
package org.sibyl.population;

import org.jspecify.annotations.NullMarked;
