/** What is deployed and what is seen of it. */
@NullMarked
package org.sibyl.prediction;

import org.jspecify.annotations.NullMarked;
