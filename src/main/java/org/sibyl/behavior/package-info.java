/** What individuals do: response models, trust rules, carryover. Knows no learner. */
@NullMarked
package org.sibyl.behavior;

import org.jspecify.annotations.NullMarked;
