package org.sibyl.learning.omniprediction;

/**
 * What evidence tells of single decisions, point after point.
 *
 * @param decided the decision at each point, where it has one entry; else empty, and it has one for
 *     each decision
 * @param weights of the entries
 * @param targets what the model's probability is held against
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entries(int[] decided, double[] weights, double[] targets) {

  /** The same with other weights. */
  Entries weighted(double... others) {
    return new Entries(decided, others, targets);
  }
}
