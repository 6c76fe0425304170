package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.TieRule;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.Silence;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;
import org.sibyl.simulation.World;

/**
 * The gradient of a game in the network's weights, through forecasts, trust and best response,
 * against differences in double precision, actions held fixed (specification P6).
 */
class WholeChainTest {
  private static final int ROUNDS = 4;
  private static final Network NETWORK = Nets.SIX;
  private static final Mlp MLP = new Mlp(5, 12);

  private final PerformativeGradient people =
      new PivotalCooperation(Lessons.game(), TieRule.DEFECT)
          .performativeGradient(BayesianTrust.withFloor(), Lessons.people(6), NETWORK)
          .orElseThrow();

  @ParameterizedTest
  @EnumSource(
      value = SteeringAim.class,
      names = {"INDIVIDUAL", "GROUP", "ACCURACY"})
  void theGradientIsThatOfDifferences(SteeringAim aim) {
    Training learner = Lessons.learner(LearnedPredictor.published(MLP, aim), NETWORK);
    List<Cohort> rounds = played(learner);
    float[][] gradient = new Workshop(MLP, NETWORK).gradient(learner, episode(rounds));
    List<double[]> weights = Nets.wide(learner.weights());
    SteeringLoss loss = learner.plan().losses().get(0);
    SplittableRandom random = new SplittableRandom(20261201);
    double largest = 0;
    for (int k = 0; k < 50; k++) {
      int tensor = random.nextInt(weights.size());
      int number = random.nextInt(weights.get(tensor).length);
      double slope = difference(weights, tensor, number, loss, rounds);
      // single precision: a sum of some hundred products of size 1 is right to about 1e-5
      assertThat((double) gradient[tensor][number]).isCloseTo(slope, within(2e-5));
      largest = Math.max(largest, Math.abs(slope));
    }
    assertThat(largest).isGreaterThan(1e-3); // or all would be close to anything
  }

  private double difference(
      List<double[]> weights, int tensor, int number, SteeringLoss loss, List<Cohort> rounds) {
    double step = 1e-5;
    double there = weights.get(tensor)[number];
    weights.get(tensor)[number] = there + step;
    double above = loss(weights, loss, rounds);
    weights.get(tensor)[number] = there - step;
    double below = loss(weights, loss, rounds);
    weights.get(tensor)[number] = there;
    return (above - below) / (2 * step);
  }

  /** The loss with these weights, had people acted all the same. */
  private double loss(List<double[]> weights, SteeringLoss loss, List<Cohort> rounds) {
    double[][] logits =
        Nets.logits(
            MLP,
            NETWORK,
            weights,
            PlayedGame.symbols(Optional.empty(), rounds),
            OptionalLong.empty());
    List<Cohort> told = new ArrayList<>();
    for (int r = 0; r < ROUNDS; r++) {
      double[] forecasts = logits[r];
      Column said = Column.generate(6, i -> NeuralForecast.forecast(forecasts[i]));
      told.add(cohort(r + 1, said, rounds.get(r).outcomes()));
    }
    return people.of(loss, TrustFlow.FULL, told).loss();
  }

  private static Cohort cohort(int round, Column said, Column did) {
    return new Cohort(
        round,
        IntStream.range(0, 6).toArray(),
        Matrix.of(6, 0),
        said,
        did,
        Optional.empty(),
        Optional.empty());
  }

  private List<Cohort> played(Training learner) {
    World world = Lessons.world(NETWORK, learner);
    for (int r = 1; r < ROUNDS; r++) {
      world = Lessons.dynamics(ROUNDS).play(world).after();
    }
    List<Cohort> rounds = new ArrayList<>(world.episode());
    rounds.add(Lessons.dynamics(ROUNDS).play(world).cohort());
    assertThat(rounds).hasSize(ROUNDS);
    return rounds;
  }

  private Episode episode(List<Cohort> rounds) {
    return new Episode(
        rounds,
        new Access(
            Feedback.SIMULATOR,
            new Silence(),
            List::of,
            () -> Optional.of(people),
            (model, replicate) -> rounds.get(0)));
  }
}
