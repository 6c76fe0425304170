/** People drawn from laws, for problems whose answers are known. */
@NullMarked
package org.sibyl.population.source;

import org.jspecify.annotations.NullMarked;
