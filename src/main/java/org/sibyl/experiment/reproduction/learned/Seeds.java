package org.sibyl.experiment.reproduction.learned;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.learning.neural.BestBy;
import org.sibyl.learning.neural.GameResult;

/**
 * Trainings that differ in their seeds alone, or in their networks as well.
 *
 * @param trainings the games of each, at least two trainings
 */
record Seeds(List<List<GameResult>> trainings) {
  /** The best game of each. */
  List<GameResult> best(BestBy by) {
    return trainings.stream().map(games -> by.best(games).orElseThrow()).toList();
  }

  /** The mean of a number of the best games. */
  Estimate mean(BestBy by, ToDoubleFunction<GameResult> number) {
    return Estimate.mean(best(by).stream().mapToDouble(number).toArray());
  }

  /** Whether this is true of the best games of all. */
  boolean all(BestBy by, Predicate<GameResult> holds) {
    return best(by).stream().allMatch(holds);
  }

  /** Whether this is true of the best game of one at least. */
  boolean any(BestBy by, Predicate<GameResult> holds) {
    return best(by).stream().anyMatch(holds);
  }

  /** Which training has the best game of all; of several, the first. */
  int bestOf(BestBy by) {
    List<GameResult> best = best(by);
    return best.indexOf(by.best(best).orElseThrow());
  }

  /** How many cooperated in the last games of each, the mean over trainings. */
  Estimate lastCooperation(int games) {
    return Estimate.mean(
        trainings.stream()
            .mapToDouble(
                all ->
                    all.stream()
                        .skip(all.size() - games)
                        .mapToDouble(GameResult::cooperation)
                        .average()
                        .orElseThrow())
            .toArray());
  }
}
