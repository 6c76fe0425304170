package org.sibyl.learning.chain;

/** Which move to make, by the center's trust. Two rules are equal when they choose alike. */
@FunctionalInterface
interface MoveRule {
  /** The move to make at these log-odds; feasible there. */
  ChainMove move(double centerLogOdds);

  /**
   * Everyone whenever that is feasible, else the other move.
   *
   * @param regime when that is
   * @param otherwise how trust is earned back
   */
  record Greedy(ChainRegime regime, ChainMove otherwise) implements MoveRule {
    @Override
    public ChainMove move(double centerLogOdds) {
      return regime.canMoveEveryone(centerLogOdds) ? ChainMove.EVERYONE : otherwise;
    }
  }

  /**
   * Always the same.
   *
   * @param move which
   */
  record Always(ChainMove move) implements MoveRule {
    @Override
    public ChainMove move(double centerLogOdds) {
      return move;
    }
  }
}
