package org.sibyl.learning.search;

import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Divergence;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.ForecastByLastAction;

/**
 * An evolution strategy on its way, with one of a pair of changed tables in force.
 *
 * @param algorithm its parameters
 * @param network who sees whom
 * @param games learned from so far
 * @param center the table that is changed
 * @param change of the table, before its sign
 * @param isSecond whether the opposite change is in force
 * @param worth of the game with the first change, once the second is in force
 */
record PerturbedGames(
    ScoreFunction algorithm,
    Network network,
    int games,
    Column center,
    Column change,
    boolean isSecond,
    double worth)
    implements Learner {

  /** With a new change, drawn from the normal law. */
  static PerturbedGames next(
      ScoreFunction algorithm,
      Network network,
      int games,
      Column center,
      UniformRandomProvider random) {
    Column change = Column.of(Directions.normal(center.size(), random));
    return new PerturbedGames(algorithm, network, games, center, change, false, 0);
  }

  @Override
  public ForecastByLastAction model() {
    double size = isSecond ? -algorithm.deviation() : algorithm.deviation();
    return new ForecastByLastAction(moved(size));
  }

  private Column moved(double size) {
    return Column.generate(center.size(), k -> center.get(k) + size * change.get(k));
  }

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    episode.requireEveryone(network.size(), "groups are counted");
    double now = algorithm.worth(episode.rounds(), network);
    if (!isSecond) {
      return new PerturbedGames(algorithm, network, games + 1, center, change, true, now);
    }
    double slope = (worth - now) / (2 * algorithm.deviation());
    Column next = moved(algorithm.step() * slope);
    Divergence.check(next.toArray());
    return next(algorithm, network, games + 1, next, random);
  }

  @Override
  public Feedback feedback() {
    return Feedback.SAMPLES;
  }

  @Override
  public Progress progress() {
    return Progress.LEARNING;
  }

  @Override
  public List<String> notes() {
    return List.of(
        String.format(
            Locale.ROOT,
            "Learned from %d games, each a table of its own, without derivatives.",
            games));
  }
}
