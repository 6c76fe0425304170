/** Risk control: thresholds that are safe at every deployment (Li et al. 2025). */
@NullMarked
package org.sibyl.learning.riskcontrol;

import org.jspecify.annotations.NullMarked;
