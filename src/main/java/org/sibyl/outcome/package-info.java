/** What Nature does: outcomes, games and payoffs. */
@NullMarked
package org.sibyl.outcome;

import org.jspecify.annotations.NullMarked;
