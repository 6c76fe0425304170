/** How people respond to a threshold that their score must not exceed (Li et al. 2025). */
@NullMarked
package org.sibyl.behavior.screening;

import org.jspecify.annotations.NullMarked;
