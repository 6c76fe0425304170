package org.sibyl.learning.neural;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What is kept of the games that a predictor learned from.
 *
 * @param first game; empty before there is one
 * @param best game so far
 * @param last game
 * @param bestWeights that were deployed in the best game
 */
record GameRecord(
    Optional<GameResult> first,
    Optional<GameResult> best,
    Optional<GameResult> last,
    Optional<Weights> bestWeights) {

  /** Before the first game. */
  static GameRecord empty() {
    return new GameRecord(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** How many games. */
  int games() {
    return last.map(GameResult::epoch).orElse(0);
  }

  /** With one more game, in which these weights were in force. */
  GameRecord with(GameResult game, Weights weights, BestBy by) {
    boolean isBest = best.isEmpty() || by.isBetter(game, best.get());
    return new GameRecord(
        first.or(() -> Optional.of(game)),
        isBest ? Optional.of(game) : best,
        Optional.of(game),
        isBest ? Optional.of(weights) : bestWeights);
  }

  /** The games in a sentence. */
  List<String> notes(LearnedPredictor plan) {
    return first
        .map(
            one ->
                List.of(
                    String.format(
                        Locale.ROOT,
                        "Learned for %s over %d games; the best by %s was game %d. %s, %s, %s"
                            + " (first, best, last game). Mean trust of a round: %.3f to %.3f in the"
                            + " best game, %.3f to %.3f in the last.",
                        plan.aim().words(),
                        games(),
                        plan.bestGameBy().words(),
                        best.orElse(one).epoch(),
                        numbers("Success", one, GameResult::success),
                        numbers("accuracy", one, GameResult::accuracy),
                        numbers("cooperation", one, GameResult::cooperation),
                        best.orElse(one).leastTrust(),
                        best.orElse(one).mostTrust(),
                        last.orElse(one).leastTrust(),
                        last.orElse(one).mostTrust())))
        .orElseGet(List::of);
  }

  private String numbers(String name, GameResult one, ToDoubleFunction<GameResult> number) {
    return String.format(
        Locale.ROOT,
        "%s %.3f, %.3f, %.3f",
        name,
        number.applyAsDouble(one),
        number.applyAsDouble(best.orElse(one)),
        number.applyAsDouble(last.orElse(one)));
  }
}
