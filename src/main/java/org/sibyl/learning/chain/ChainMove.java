package org.sibyl.learning.chain;

/**
 * Who is meant to cooperate in a round on the path of three. Leaves that trust alike act alike, so
 * nothing else can be brought about (Góis et al. 2025, Appendix D).
 */
public enum ChainMove {
  /** All three: every group succeeds, and the center loses trust. */
  EVERYONE(3, true, true),
  /** The leaves, not the center: only its group succeeds, and the center gains trust. */
  LEAVES(1, true, false),
  /** Nobody: no group succeeds, and the center gains most trust. */
  NOBODY(0, false, false);

  private final int reward;
  private final boolean leavesCooperate;
  private final boolean centerCooperates;

  ChainMove(int reward, boolean leavesCooperate, boolean centerCooperates) {
    this.reward = reward;
    this.leavesCooperate = leavesCooperate;
    this.centerCooperates = centerCooperates;
  }

  /** Groups that succeed, of three. */
  public int reward() {
    return reward;
  }

  boolean leavesCooperate() {
    return leavesCooperate;
  }

  boolean centerCooperates() {
    return centerCooperates;
  }
}
