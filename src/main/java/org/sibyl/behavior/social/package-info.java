/** People among people: epidemics on a network, and neighborhoods that one can leave. */
@NullMarked
package org.sibyl.behavior.social;

import org.jspecify.annotations.NullMarked;
