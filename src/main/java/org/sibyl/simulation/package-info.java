/** The round and MASON's schedule. */
@NullMarked
package org.sibyl.simulation;

import org.jspecify.annotations.NullMarked;
