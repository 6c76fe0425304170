package org.sibyl.learning.neural;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.PerformativeGradient;

/** What is read of the rounds of a game. */
final class PlayedGame {
  /** The symbol of one who has not acted yet. */
  private static final int NONE_YET = 2;

  private PlayedGame() {}

  /** Whether everyone was told something in every round. */
  static boolean isForecast(List<Cohort> rounds) {
    return rounds.stream().allMatch(round -> round.predictions().firstNaN() < 0);
  }

  /**
   * Everyone's last action before each round, rounds x individuals.
   *
   * @param found last actions that the game began with; empty with newcomers
   */
  static int[][] symbols(Optional<Column> found, List<Cohort> rounds) {
    int[][] symbols = new int[rounds.size()][];
    Column none = Column.constant(rounds.get(0).size(), NONE_YET);
    symbols[0] = symbols(found.orElse(none));
    for (int r = 1; r < symbols.length; r++) {
      symbols[r] = symbols(rounds.get(r - 1).outcomes());
    }
    return symbols;
  }

  private static int[] symbols(Column actions) {
    return IntStream.range(0, actions.size()).map(i -> (int) actions.get(i)).toArray();
  }

  /** The last actions that the next game begins with: only games of one round go on. */
  static Optional<Column> left(List<Cohort> rounds) {
    return rounds.size() == 1 ? Optional.of(rounds.get(0).outcomes()) : Optional.empty();
  }

  /** What a game came to. */
  static GameResult result(
      int epoch, PerformativeGradient.Standing standing, List<Cohort> rounds, double loss) {
    double accuracy = 0;
    double cooperation = 0;
    for (Cohort round : rounds) {
      accuracy += likelihood(round).mean();
      cooperation += round.outcomes().mean();
    }
    return new GameResult(
        epoch,
        standing.success(),
        accuracy / rounds.size(),
        cooperation / rounds.size(),
        standing.leastTrust(),
        standing.mostTrust(),
        loss);
  }

  private static Column likelihood(Cohort round) {
    Column told = round.predictions();
    Column did = round.outcomes();
    return Column.generate(round.size(), i -> did.get(i) == 1 ? told.get(i) : 1 - told.get(i));
  }
}
