/** Reproductions of outcome performativity and performative omniprediction. */
@NullMarked
package org.sibyl.experiment.reproduction.omniprediction;

import org.jspecify.annotations.NullMarked;
