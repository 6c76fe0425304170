package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.TrustRule;
import org.sibyl.experiment.reproduction.PublishedGraphs;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.Architecture;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.LearnedPredictor;
import org.sibyl.learning.neural.Mlp;
import org.sibyl.learning.neural.SteeringAim;
import org.sibyl.learning.neural.Trained;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Attribute;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * A predictor in training on a network of the published experiments: 20 agents who believe .8 and
 * begin every game with a trust of .5; risk .4, cost .2.
 *
 * @param predictor what is trained
 * @param graph seed of the published network
 * @param threshold of groups
 * @param seed of its first weights, and of what is dropped
 */
record Course(LearnedPredictor predictor, int graph, Share threshold, int seed) {
  /** Rounds of a game. */
  static final int ROUNDS = 20;

  /** Games of a published training. */
  static final int GAMES = 200;

  /** Agents. */
  static final int SIZE = 20;

  static final double BELIEF = 0.8;
  static final double TRUST = 0.5;

  /** Of the published MLP on the network of most figures. */
  static Course mlp(SteeringAim aim, double threshold, int seed) {
    return of(Mlp.published(), aim, 0, threshold, seed);
  }

  /** Of a predictor as published. */
  static Course of(
      Architecture architecture, SteeringAim aim, int graph, double threshold, int seed) {
    return new Course(
        LearnedPredictor.published(architecture, aim), graph, Share.of(threshold), seed);
  }

  /**
   * A game that the agents played.
   *
   * @param rounds of it
   * @param result what it came to, with the loss that was then gone down
   */
  record Played(List<Round> rounds, GameResult result) {}

  /** Who watches the games; keeping rounds keeps every network that was deployed in them. */
  @FunctionalInterface
  interface Audience {
    void saw(Played game);
  }

  /** What its games came to. */
  List<GameResult> results(Workbench bench, int games) {
    List<GameResult> results = new ArrayList<>();
    play(bench, games, game -> results.add(game.result()));
    return List.copyOf(results);
  }

  /** Plays its first games one after another, each with the predictor that the last one taught. */
  void play(Workbench bench, int games, Audience audience) {
    Randomness randomness = Workbench.randomness().replicate(seed);
    TrustRule trust = bench.trust().apply(BayesianTrust.withFloor());
    Dynamics dynamics = bench.dynamics(bench.game(threshold), trust, ROUNDS).with(randomness);
    Network network = PublishedGraphs.barabasiAlbert(SIZE, graph);
    World world = bench.world(network, BELIEF, TRUST, predictor, randomness);
    for (int epoch = 1; epoch <= games; epoch++) {
      List<Round> rounds = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(dynamics.play(world));
        world = rounds.get(round).after();
      }
      double loss = world.learner() instanceof Trained trained ? trained.lastLoss() : Double.NaN;
      audience.saw(new Played(List.copyOf(rounds), result(epoch, rounds, loss)));
    }
  }

  private static GameResult result(int epoch, List<Round> rounds, double loss) {
    double success = 0;
    double accuracy = 0;
    double cooperation = 0;
    double leastTrust = 1;
    double mostTrust = 0;
    for (Round round : rounds) {
      success += round.outcomes().fact(CollectiveRisk.GROUP_SUCCESS).mean() / ROUNDS;
      accuracy += likelihood(round).mean() / ROUNDS;
      cooperation += round.response().actions().mean() / ROUNDS;
      double trust = trust(round);
      leastTrust = StrictMath.min(leastTrust, trust);
      mostTrust = StrictMath.max(mostTrust, trust);
    }
    return new GameResult(epoch, success, accuracy, cooperation, leastTrust, mostTrust, loss);
  }

  /** Mean trust as people acted. */
  private static double trust(Round round) {
    Column logOdds = round.before().population().column(Attribute.TRUST);
    return Column.generate(SIZE, i -> LogOdds.probability(logOdds.get(i))).mean();
  }

  /** How likely what everyone did was said to be. */
  private static Column likelihood(Round round) {
    Column told = round.deployment().predictions();
    Column did = round.response().actions();
    return Column.generate(did.size(), i -> did.get(i) == 1 ? told.get(i) : 1 - told.get(i));
  }
}
