/** Responses by moving one's features: strategic classification and its modulations. */
@NullMarked
package org.sibyl.behavior.strategic;

import org.jspecify.annotations.NullMarked;
