package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.Learner;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.Silence;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.RunFailure;
import org.sibyl.simulation.World;

/** A learned predictor as a learner: a value that trains. */
class LearnedPredictorTest {
  private static final Network NETWORK = Nets.SIX;
  private static final Dynamics GAMES = Lessons.dynamics(4);

  private static LearnedPredictor plan(SteeringAim aim, double rate, boolean dropout) {
    Architecture architecture = dropout ? new GnnMlp(4, 2, 0.5, 5) : new Mlp(3, 8);
    return new LearnedPredictor(
        architecture,
        aim,
        1,
        Weighting.PUBLISHED,
        TrustFlow.FULL,
        rate,
        BestBy.AIM,
        dropout,
        Optional.empty());
  }

  private static World first(LearnedPredictor plan) {
    return Lessons.world(NETWORK, Lessons.learner(plan, NETWORK));
  }

  /** Two trainings at once share nothing: they come to what each comes to alone, to the bit. */
  @Test
  void trainingsInParallelAreThoseInTurn() throws Exception {
    List<SteeringAim> aims = List.of(SteeringAim.MULTITASK, SteeringAim.GROUP);
    List<Training> alone = new ArrayList<>();
    for (SteeringAim aim : aims) {
      alone.add(Lessons.after(GAMES, first(plan(aim, 0.01, true)), 15));
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Training>> together = new ArrayList<>();
      for (SteeringAim aim : aims) {
        together.add(threads.submit(() -> Lessons.after(GAMES, first(plan(aim, 0.01, true)), 15)));
      }
      for (int k = 0; k < aims.size(); k++) {
        assertThat(together.get(k).get()).isEqualTo(alone.get(k));
      }
    } finally {
      threads.shutdown();
    }
    assertThat(alone.get(0).weights()).isNotEqualTo(alone.get(1).weights());
  }

  /** Scratch is no state: a learner that others have used the workshop after learns the same. */
  @Test
  void aLearnerTeachesTheSameTwice() {
    for (boolean dropout : new boolean[] {false, true}) {
      World last = lastRound(first(plan(SteeringAim.MULTITASK, 0.01, dropout)));
      Learner once = GAMES.play(last).after().learner();
      Lessons.after(GAMES, GAMES.play(last).after(), 3);
      assertThat(GAMES.play(last).after().learner()).isEqualTo(once);
      assertThat(once).isNotEqualTo(last.learner());
    }
  }

  private static World lastRound(World first) {
    World world = first;
    while (world.roundOfEpisode() < GAMES.episodeLength()) {
      world = GAMES.play(world).after();
    }
    return world;
  }

  /** One model a game, and a new one for the next. */
  @Test
  void theModelStaysForAGame() {
    World world = first(plan(SteeringAim.GROUP, 0.01, true));
    List<Object> models = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      Round round = GAMES.play(world);
      models.add(round.deployment().model());
      world = round.after();
    }
    assertThat(models.subList(0, 4)).allMatch(models.get(0)::equals);
    assertThat(models.subList(4, 8)).allMatch(models.get(4)::equals);
    assertThat(models.get(4)).isNotEqualTo(models.get(0));
    assertThat(world.ledger().deployments()).isEqualTo(2);
  }

  /** What training left is what was in force in the best game. */
  @Test
  void theProductIsTheNetworkOfTheBestGame() {
    World world = first(plan(SteeringAim.INDIVIDUAL, 0.01, false));
    List<GameResult> results = new ArrayList<>();
    List<Weights> inForce = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      inForce.add(((Training) world.learner()).weights());
      world = Lessons.game(GAMES, world);
      results.add(((Training) world.learner()).record().last().orElseThrow());
    }
    Training learner = (Training) world.learner();
    GameResult best = BestBy.COOPERATION.best(results).orElseThrow();
    assertThat(learner.product())
        .contains(
            new TrainedPredictor(
                learner.plan().architecture(), 6, inForce.get(best.epoch() - 1), best.epoch()));
    assertThat(best.epoch()).isGreaterThan(1); // else the first would do
    assertThat(learner.notes().get(0)).contains("12 games", "game " + best.epoch() + ".");
  }

  /** A saved network deployed again says what it said in training. */
  @Test
  void aDeployedProductForecastsAsInTraining() {
    LearnedPredictor plan = plan(SteeringAim.GROUP, 0.01, false);
    World before =
        Lessons.world(NETWORK, Lessons.learner(plan, NETWORK, otherWeights(plan.architecture())));
    Training trained = (Training) before.learner();
    TrainedPredictor product = (TrainedPredictor) trained.product().orElseThrow();
    SavedPredictor saved =
        SavedPredictor.of(product.architecture(), "", 6, product.weights(), Map.of());
    Learner again =
        new TransferredPredictor(
                new SavedNetwork(Path.of("a"), product.architecture(), saved), false)
            .start(Beginning.of(NETWORK), Lessons.RANDOMNESS.at(Draw.LEARNER, 0));
    World other = Lessons.world(NETWORK, again);
    for (int k = 0; k < 4; k++) {
      Round training = GAMES.play(before);
      Round transfer = GAMES.play(other);
      assertThat(transfer.deployment().predictions())
          .isEqualTo(training.deployment().predictions());
      before = training.after();
      other = transfer.after();
    }
  }

  @Test
  void aSavedNetworkDoesForItsOwnSizeOnly() {
    SavedNetwork six = saved(new Mlp(3, 8));
    assertThatThrownBy(
            () ->
                new TransferredPredictor(six, false)
                    .start(Beginning.of(Given.path(5)), Lessons.RANDOMNESS.at(Draw.LEARNER, 0)))
        .hasMessageStartingWith("mlp.sibyl: ")
        .hasMessageContaining("6 individuals")
        .hasMessageContaining("5");
    assertThat(
            new TransferredPredictor(saved(new Gnn(3, 2, 0.5)), false)
                .start(Beginning.of(Given.path(5)), Lessons.RANDOMNESS.at(Draw.LEARNER, 0))
                .model())
        .isInstanceOf(NeuralForecast.class);
    assertThatThrownBy(() -> six.weightsFor(new Mlp(3, 9), 6))
        .isInstanceOf(SavedNetworkException.class)
        .hasMessageContaining("hidden=8")
        .hasMessageContaining("hidden=9");
  }

  private static SavedNetwork saved(Architecture architecture) {
    Weights weights = otherWeights(architecture);
    return new SavedNetwork(
        Path.of("mlp.sibyl"),
        architecture,
        SavedPredictor.of(architecture, "", 6, weights, Map.of()));
  }

  /** Other weights than a learner of these tests begins with. */
  private static Weights otherWeights(Architecture architecture) {
    return architecture.initial(6, Lessons.RANDOMNESS.at(Draw.LEARNER, 99));
  }

  /** Training that goes on from a file begins with its weights. */
  @Test
  void trainingGoesOnFromAFile() {
    SavedNetwork file = saved(new Mlp(3, 8));
    LearnedPredictor plan =
        new LearnedPredictor(
            new Mlp(3, 8),
            SteeringAim.GROUP,
            1,
            Weighting.PUBLISHED,
            TrustFlow.FULL,
            1e-4,
            BestBy.AIM,
            false,
            Optional.of(file));
    assertThat(Lessons.learner(plan, NETWORK).weights()).isEqualTo(file.saved().weights());
  }

  @Test
  void anInfiniteGradientEndsTheRunAndKeepsTheBestModel() {
    World last = lastRound(first(plan(SteeringAim.GROUP, 1e-4, false)));
    Cohort now = GAMES.play(last).cohort();
    List<Cohort> rounds = new ArrayList<>(last.episode());
    rounds.add(now);
    PerformativeGradient broken = new Broken();
    Episode episode =
        new Episode(
            rounds,
            new Access(
                Feedback.SIMULATOR,
                last.learner().model(),
                List::of,
                () -> Optional.of(broken),
                (model, replicate) -> now));
    assertThatThrownBy(() -> last.learner().learn(episode, Lessons.RANDOMNESS.at(Draw.LEARNER, 4)))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("epoch 1");
    assertThat(last.learner().product()).isPresent();
  }

  /** A loss that is a number, whose derivatives are not. */
  private record Broken() implements PerformativeGradient {
    @Override
    public Slopes of(SteeringLoss loss, TrustFlow flow, List<Cohort> rounds) {
      double[][] slopes = new double[rounds.size()][rounds.get(0).size()];
      slopes[1][2] = Double.POSITIVE_INFINITY;
      return new Slopes(-1, slopes);
    }

    @Override
    public Standing standing(List<Cohort> rounds) {
      return new Standing(0.5, 0.4, 0.6);
    }
  }

  @Test
  void aHugeStepEndsTheRunAsDiverged() {
    World world = first(plan(SteeringAim.ACCURACY, 1e38, false));
    assertThatThrownBy(() -> Lessons.after(GAMES, world, 5))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("epoch")
        .hasMessageContaining("learning-rate");
  }

  /** Weights that are finite, but so large that their network says what is no number. */
  @Test
  void forecastsThatAreNoNumbersEndTheRunAsDiverged() {
    for (double rate : new double[] {1e20, 1e30}) {
      World world = first(plan(SteeringAim.GROUP, rate, false));
      assertThatThrownBy(() -> Lessons.after(GAMES, world, 5))
          .isInstanceOf(RunFailure.class)
          .hasMessageContaining("epoch")
          .hasMessageContaining("learning-rate");
    }
  }

  /**
   * Games of one round have no newcomers: the derivative is taken at the forecasts that were made,
   * whose symbols are the last actions, and not at those of newcomers.
   */
  @Test
  void gamesOfOneRoundGoOnFromLastActions() {
    Dynamics rounds = Lessons.dynamics(1);
    World world = first(plan(SteeringAim.GROUP, 0.01, false));
    for (int k = 0; k < 4; k++) {
      Training learner = (Training) world.learner();
      int[] read = PlayedGame.symbols(learner.found(), List.of(rounds.play(world).cohort()))[0];
      for (int i = 0; i < read.length; i++) {
        assertThat((double) read[i]).isEqualTo(world.population().features().get(i, 0));
      }
      world = rounds.play(world).after();
    }
  }

  @Test
  void parametersAreChecked() {
    for (double rate : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> plan(SteeringAim.GROUP, rate, false))
          .hasMessageContaining("learning-rate");
    }
  }

  /** After training by accuracy forecasts are better than those that training began with. */
  @Test
  void trainingLowersItsLoss() {
    for (SteeringAim aim : SteeringAim.values()) {
      List<GameResult> results = Lessons.results(GAMES, first(plan(aim, 0.003, false)), 60);
      double early = mean(results.subList(0, 5));
      double late = mean(results.subList(55, 60));
      assertThat(aim == SteeringAim.MULTITASK || late < early).as(aim.toString()).isTrue();
    }
  }

  private static double mean(List<GameResult> results) {
    return Arrays.stream(results.stream().mapToDouble(GameResult::loss).toArray())
        .average()
        .orElseThrow();
  }

  /** Where somebody was told nothing, there is nothing to learn. */
  @Test
  void silentGamesTeachNothing() {
    World last = lastRound(first(plan(SteeringAim.GROUP, 1e-4, false)));
    Round silent = GAMES.play(last, new Silence());
    assertThat(silent.after().learner()).isEqualTo(last.learner());
    assertThat(silent.cohort().predictions()).isEqualTo(Column.constant(6, Double.NaN));
  }
}
