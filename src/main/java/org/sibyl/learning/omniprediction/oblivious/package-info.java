/**
 * Omniprediction for all losses at once that ignore the person and lie in [0, 1] (Kim and Perdomo
 * 2023, section 5): by errors of cells instead of losses, so that nothing depends on how many
 * losses there are.
 */
@NullMarked
package org.sibyl.learning.omniprediction.oblivious;

import org.jspecify.annotations.NullMarked;
