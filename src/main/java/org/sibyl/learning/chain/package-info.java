/** Policies for a path of three that spend trust on cooperation and earn it back. */
@NullMarked
package org.sibyl.learning.chain;

import org.jspecify.annotations.NullMarked;
