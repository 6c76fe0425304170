/** Outcomes that Nature draws from laws with a closed form: the problems of the literature. */
@NullMarked
package org.sibyl.outcome.drawn;

import org.jspecify.annotations.NullMarked;
