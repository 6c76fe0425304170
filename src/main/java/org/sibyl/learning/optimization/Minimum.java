package org.sibyl.learning.optimization;

/**
 * Where a minimiser came to rest.
 *
 * @param theta the parameters
 * @param gradientNorm norm of the (projected) gradient there
 * @param steps it took
 * @param reached whether the norm is within the tolerance
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once
public record Minimum(double[] theta, double gradientNorm, int steps, boolean reached) {}
