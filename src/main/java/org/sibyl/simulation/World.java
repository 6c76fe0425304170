package org.sibyl.simulation;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.learning.Learner;
import org.sibyl.network.Network;
import org.sibyl.numeric.Check;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;

/**
 * All that passes from one round to the next: a value, so a run can be saved, forked and asked
 * "what if" at any round.
 *
 * @param round the round about to be played, from 1
 * @param roundOfEpisode its number within the episode, from 1
 * @param population the individuals
 * @param newcomers the individuals as an episode begins with them
 * @param network who sees whom
 * @param learner the Predictor's state
 * @param episode what was observed so far in this episode
 * @param ledger what the Predictor has used so far; it does not bear on what comes
 */
public record World(
    int round,
    int roundOfEpisode,
    Population population,
    Population newcomers,
    Network network,
    Learner learner,
    List<Cohort> episode,
    Ledger ledger) {

  public World {
    Check.sameSize("network", network.size(), "the population", population.size());
    episode = List.copyOf(episode);
  }

  /** The world before round 1. */
  public static World first(Population population, Network network, Learner learner) {
    return new World(1, 1, population, population, network, learner, List.of(), Ledger.empty());
  }

  /** The next round within the episode, nothing learned yet. */
  World goOn(Population next, Cohort cohort, Ledger used) {
    return new World(
        round + 1, roundOfEpisode + 1, next, newcomers, network, learner, seen(cohort), used);
  }

  /** The first round after learning. */
  World afterLearning(Population next, Learner wiser, Ledger used) {
    return new World(round + 1, 1, next, newcomers, network, wiser, List.of(), used);
  }

  /** What the episode holds with one more cohort. */
  List<Cohort> seen(Cohort cohort) {
    List<Cohort> all = new ArrayList<>(episode);
    all.add(cohort);
    return all;
  }

  /** Whether both will go on alike but for the number of the round: learner and every column. */
  public boolean sameState(World other) {
    return roundOfEpisode == other.roundOfEpisode
        && learner.equals(other.learner)
        && population.equals(other.population)
        && episode.equals(other.episode);
  }

  /** A digest of what {@link #sameState} compares; equal states have equal digests. */
  public long fingerprint() {
    return (population.fingerprint() * 31 + learner.hashCode()) * 31 + roundOfEpisode;
  }
}
