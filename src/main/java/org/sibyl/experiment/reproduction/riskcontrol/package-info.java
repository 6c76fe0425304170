/** The published experiments of performative risk control, on people whose scores are known. */
@NullMarked
package org.sibyl.experiment.reproduction.riskcontrol;

import org.jspecify.annotations.NullMarked;
