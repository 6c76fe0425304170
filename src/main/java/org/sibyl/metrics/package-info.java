/** One number per round. */
@NullMarked
package org.sibyl.metrics;

import org.jspecify.annotations.NullMarked;
