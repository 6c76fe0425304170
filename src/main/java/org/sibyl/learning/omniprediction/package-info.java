/** Performative omniprediction: one model of outcomes that is good for many losses at once. */
@NullMarked
package org.sibyl.learning.omniprediction;

import org.jspecify.annotations.NullMarked;
