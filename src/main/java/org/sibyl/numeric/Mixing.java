package org.sibyl.numeric;

/** The bit mixer under keys and fingerprints. */
final class Mixing {
  /** The odd fraction of the golden ratio by which counters are spread. */
  static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Mixing() {}

  /**
   * A bijection of 64-bit words in which every input bit reaches every output bit: the finalizer of
   * SplitMix64 (Steele, Lea, Flood 2014), Stafford's variant 13.
   */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
