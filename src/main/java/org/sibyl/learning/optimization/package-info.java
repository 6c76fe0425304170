/** Inner minimisers: how an objective on one sample is made as small as possible. */
@NullMarked
package org.sibyl.learning.optimization;

import org.jspecify.annotations.NullMarked;
