/** What iterations over parameters are made of: steps, directions, sums of functions. */
@NullMarked
package org.sibyl.learning.descent;

import org.jspecify.annotations.NullMarked;
