package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which game is the best (specification 9.6), and which no other beats (A7). */
class BestGameTest {
  private static GameResult game(int epoch, double success, double accuracy) {
    return new GameResult(epoch, success, accuracy, success / 2, 0.1, 0.9, -1);
  }

  /** The published selection keeps the first of these (README, surprise 19): a tie is a tie. */
  @Test
  void tiesAreBrokenByTheOtherNumber() {
    List<GameResult> games = List.of(game(1, 0.5, 0.9), game(2, 1, 0.5), game(3, 1, 0.8));
    assertThat(BestBy.SUCCESS.best(games)).contains(games.get(2));
    assertThat(BestBy.ACCURACY.best(games)).contains(games.get(0));
    assertThat(BestBy.COOPERATION.best(games)).contains(games.get(1)); // the earlier of two alike
    assertThat(BestBy.PRODUCT.best(games)).contains(games.get(2));
    assertThat(BestBy.SUCCESS.best(List.of())).isEmpty();
  }

  @Test
  void aimsHaveTheirOwnBest() {
    assertThat(SteeringAim.GROUP.bestBy()).isEqualTo(BestBy.SUCCESS);
    assertThat(SteeringAim.ACCURACY.bestBy()).isEqualTo(BestBy.ACCURACY);
    assertThat(SteeringAim.MULTITASK.bestBy()).isEqualTo(BestBy.PRODUCT);
  }

  @Test
  void theFrontOfAFewGames() {
    List<GameResult> games =
        List.of(
            game(1, 0.9, 0.5),
            game(2, 0.9, 0.6),
            game(3, 0.7, 0.6),
            game(4, 0.2, 1),
            game(5, 0.9, 0.6),
            game(6, 0.5, 0.8),
            game(7, 0.4, 0.7));
    assertThat(ParetoFront.of(games).stream().map(GameResult::epoch)).containsExactly(2, 6, 4);
  }

  /** The front is what its definition says, found by comparing every pair. */
  @Property(tries = 300)
  void nobodyBeatsTheFront(@ForAll @Size(12) List<@IntRange(min = 0, max = 15) Integer> codes) {
    List<GameResult> games =
        IntStream.range(0, codes.size())
            .mapToObj(k -> game(k + 1, codes.get(k) % 4 / 4.0, codes.get(k) / 4 / 4.0))
            .toList();
    List<GameResult> expected =
        games.stream().filter(one -> games.stream().noneMatch(other -> beats(other, one))).toList();
    assertThat(ParetoFront.of(games)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static boolean beats(GameResult other, GameResult one) {
    boolean least = other.success() >= one.success() && other.accuracy() >= one.accuracy();
    boolean alike = other.success() == one.success() && other.accuracy() == one.accuracy();
    return least && (!alike || other.epoch() < one.epoch());
  }
}
