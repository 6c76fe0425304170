/** What comes of people by what was decided about them, and about those they know. */
@NullMarked
package org.sibyl.outcome.decision;

import org.jspecify.annotations.NullMarked;
