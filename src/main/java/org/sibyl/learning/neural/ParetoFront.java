package org.sibyl.learning.neural;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be had of success and accuracy at once. */
public final class ParetoFront {
  private ParetoFront() {}

  /**
   * The games that no other beats in success without losing accuracy (specification A7): success
   * falls and accuracy rises strictly along them; of games alike in both, the first.
   */
  public static List<GameResult> of(List<GameResult> games) {
    List<GameResult> sorted =
        games.stream()
            .sorted(
                Comparator.comparingDouble(GameResult::success)
                    .thenComparingDouble(GameResult::accuracy)
                    .reversed()
                    .thenComparingInt(GameResult::epoch))
            .toList();
    List<GameResult> front = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (GameResult game : sorted) {
      if (game.accuracy() > most) {
        most = game.accuracy();
        front.add(game);
      }
    }
    return List.copyOf(front);
  }
}
