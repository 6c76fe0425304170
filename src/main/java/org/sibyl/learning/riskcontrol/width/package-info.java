/** How far the risk of a sample can be from the risk of the population. */
@NullMarked
package org.sibyl.learning.riskcontrol.width;

import org.jspecify.annotations.NullMarked;
