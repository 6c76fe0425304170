package org.sibyl.network;

import org.sibyl.numeric.Check;

/** What sizes a generator accepts. Each check names the size, the rule, and whose rule it is. */
final class Limits {
  /**
   * The most edges a network may have: 0.8 GB of rows, and up to three times that while it is made.
   */
  static final int EDGES = 100_000_000;

  /**
   * The most edges of a network that only JGraphT makes: it takes about 250 bytes and 6 us each.
   */
  static final int LIBRARY_EDGES = 5_000_000;

  /** Up to this many edges JGraphT takes about a second; above, a direct generator is worth it. */
  private static final int LIBRARY_COMFORT = 200_000;

  private Limits() {}

  static boolean comfortable(long edges) {
    return edges <= LIBRARY_COMFORT;
  }

  static void atLeast(int size, int least, String network) {
    if (size < least) {
      throw Check.invalid(
          "size", Integer.toString(size), "must be at least " + least + " for " + network);
    }
  }

  static void above(int size, String name, int value) {
    if (size <= value) {
      throw Check.invalid("size", Integer.toString(size), "must exceed " + name + " " + value);
    }
  }

  static void fixed(int size, int only, String network) {
    if (size != only) {
      throw Check.invalid(
          "size",
          Integer.toString(size),
          "does not fit " + network + ", which has " + only + " individuals");
    }
  }

  static void edges(int size, double edges, int most) {
    if (!(edges <= most)) {
      throw Check.invalid(
          "size",
          Integer.toString(size),
          "needs about " + (long) edges + " edges here, but at most " + most + " are supported");
    }
  }
}
