/** Measures of risk control: what is deployed, and whether its risk stays within the level. */
@NullMarked
package org.sibyl.metrics.riskcontrol;

import org.jspecify.annotations.NullMarked;
