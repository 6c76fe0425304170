package org.sibyl.learning.optimization;

/**
 * Where a minimiser came to rest.
 *
 * @param theta the parameters, inside the domain
 * @param gradientNorm norm of the projected gradient there, how far a unit step against the
 *     gradient leads within the domain; 0 at the bottom of a kink
 * @param steps it took
 * @param reached whether this is a stationary point: the norm is within the tolerance, and the
 *     point is not on its way to infinity. False when the steps were used up, when rounding or
 *     kinks allow no further descent, and when there is no minimiser, as for separable data without
 *     regularization. A learner that needs a minimiser must look.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once
public record Minimum(double[] theta, double gradientNorm, int steps, boolean reached) {}
