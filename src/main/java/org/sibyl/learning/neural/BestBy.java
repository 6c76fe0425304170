package org.sibyl.learning.neural;

import java.util.List;
import java.util.Optional;

/**
 * By what one game is better than another: a first number, and among equals a second; of games that
 * are alike in both, the earlier. So the order is a total one, which the published selection's is
 * not: there a tie in the first number is broken by the best second number seen anywhere.
 */
public enum BestBy {
  /** As suits the aim: see {@link SteeringAim#bestBy()}. */
  AIM("the aim", List.of()),
  /** Success, then accuracy. */
  SUCCESS("success", List.of(GameResult::success, GameResult::accuracy)),
  /** Accuracy, then success. */
  ACCURACY("accuracy", List.of(GameResult::accuracy, GameResult::success)),
  /** Cooperation, then success. */
  COOPERATION("cooperation", List.of(GameResult::cooperation, GameResult::success)),
  /** Success times accuracy, then success. */
  PRODUCT("success times accuracy", List.of(GameResult::product, GameResult::success));

  private final String words;
  private final List<Number> numbers;

  private interface Number {
    double of(GameResult result);
  }

  BestBy(String words, List<Number> numbers) {
    this.words = words;
    this.numbers = numbers;
  }

  /** It in words. */
  String words() {
    return words;
  }

  /** Whether a later game is better than an earlier one. */
  public boolean isBetter(GameResult later, GameResult earlier) {
    for (Number number : numbers) {
      int order = Double.compare(number.of(later), number.of(earlier));
      if (order != 0) {
        return order > 0;
      }
    }
    return false;
  }

  /** The best game of those in order; empty when there is none. */
  public Optional<GameResult> best(List<GameResult> inOrder) {
    return inOrder.stream().reduce((best, next) -> isBetter(next, best) ? next : best);
  }
}
