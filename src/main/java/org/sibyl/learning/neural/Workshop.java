package org.sibyl.learning.neural;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sibyl.learning.DivergenceException;
import org.sibyl.network.Network;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.SteeringLoss;

/**
 * Room for lessons: a network at work and its gradients, kept from game to game as they are large.
 * It is no state: what a lesson comes to depends on its arguments alone, so any two workshops on a
 * network are equal. Lessons of one workshop take turns.
 */
public final class Workshop {
  private final Architecture architecture;
  private final Network network;
  private Optional<Room> room = Optional.empty();

  /** An empty one. */
  public Workshop(Architecture architecture, Network network) {
    this.architecture = architecture;
    this.network = network;
  }

  Network network() {
    return network;
  }

  /**
   * What a game taught.
   *
   * @param loss of the game
   * @param weights after the step
   * @param moments after the step
   */
  record Lesson(double loss, Weights weights, Moments moments) {}

  /** Everyone's log-odds in one round. */
  synchronized double[] logits(Weights weights, int[] symbols, OptionalLong dropout) {
    Room here = room.orElseGet(() -> roomFor(1));
    double[][] logits = new double[1][symbols.length];
    here.net.forward(weights, new int[][] {symbols}, dropout, logits);
    return logits[0];
  }

  /**
   * One step down the gradient of a game.
   *
   * @throws DivergenceException when a number of it is none
   */
  synchronized Lesson lesson(Training learner, Episode game) {
    Room here = roomFor(game.rounds().size());
    double loss = here.descend(learner, game);
    int epoch = learner.record().games() + 1;
    if (!Double.isFinite(loss)) {
      throw new DivergenceException("the loss of epoch " + epoch + " is " + loss + ".");
    }
    AdamStep adam = AdamStep.published(learner.plan().learningRate());
    Lesson lesson = learner.moments().step(adam, loss, learner.weights(), here.gradient());
    if (!lesson.weights().isFinite()) {
      throw new DivergenceException(
          "a weight is not finite after the gradient of epoch "
              + epoch
              + ", whose loss is "
              + loss
              + ". Maybe the learning-rate is too large.");
    }
    return lesson;
  }

  /**
   * Of a game in which not everybody was told something: that it was not for want of numbers.
   *
   * @throws DivergenceException when the network has no number to say
   */
  synchronized void requireForecasts(Training learner, List<Cohort> rounds) {
    Room here = roomFor(rounds.size());
    here.forward(learner, rounds);
    if (Arrays.stream(here.logits).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN)) {
      throw new DivergenceException(
          "a forecast of epoch "
              + (learner.record().games() + 1)
              + " is not a number, though all weights are. Maybe the learning-rate is too large.");
    }
  }

  /** The gradient of a game in the weights, tensor after tensor; the caller's to keep. */
  synchronized float[][] gradient(Training learner, Episode game) {
    Room here = roomFor(game.rounds().size());
    here.descend(learner, game);
    return Arrays.stream(here.gradient()).map(float[]::clone).toArray(float[][]::new);
  }

  private Room roomFor(int rounds) {
    Room made =
        room.filter(old -> old.logits.length == rounds)
            .orElseGet(() -> new Room(architecture, network, rounds));
    room = Optional.of(made);
    return made;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Workshop w && network.equals(w.network);
  }

  @Override
  public int hashCode() {
    return network.hashCode();
  }

  /** The scratch for games of so many rounds. */
  private static final class Room {
    final Net net;
    final double[][] logits;
    final double[][] slopes;
    final List<Shape> shapes;
    Optional<float[][]> first = Optional.empty(); // gradients, made for those who learn
    Optional<float[][]> second = Optional.empty(); // for those who learn two things at once

    Room(Architecture architecture, Network network, int rounds) {
      this.net = architecture.on(network, rounds);
      this.logits = new double[rounds][network.size()];
      this.slopes = new double[rounds][network.size()];
      this.shapes = architecture.shapes(network.size());
    }

    private float[][] filled(Optional<float[][]> old) {
      return old.orElseGet(
          () -> shapes.stream().map(shape -> new float[shape.size()]).toArray(float[][]::new));
    }

    float[][] gradient() {
      float[][] made = filled(first);
      first = Optional.of(made);
      return made;
    }

    /** Fills the log-odds. */
    void forward(Training learner, List<Cohort> rounds) {
      int[][] symbols = PlayedGame.symbols(learner.found(), rounds);
      net.forward(learner.weights(), symbols, learner.dropout(), logits);
    }

    /** Fills the gradient; returns the loss. */
    double descend(Training learner, Episode game) {
      LearnedPredictor plan = learner.plan();
      forward(learner, game.rounds());
      List<SteeringLoss> losses = plan.losses();
      float[][] gradient = gradient();
      double loss = backward(plan, losses.get(0), game, gradient);
      if (losses.size() == 1) {
        return loss;
      }
      float[][] other = filled(second);
      second = Optional.of(other);
      double otherLoss = backward(plan, losses.get(1), game, other);
      double weight = MinimumNorm.weightOfFirst(gradient, other);
      MinimumNorm.combine(weight, gradient, other);
      return weight * loss + (1 - weight) * otherLoss;
    }

    private double backward(
        LearnedPredictor plan, SteeringLoss loss, Episode game, float[][] into) {
      List<Cohort> rounds = game.rounds();
      PerformativeGradient.Slopes by =
          game.access().performativeGradient(loss, plan.trustFlow(), rounds);
      for (int r = 0; r < slopes.length; r++) {
        for (int i = 0; i < slopes[r].length; i++) {
          slopes[r][i] = by.byForecast()[r][i] * NeuralForecast.slope(logits[r][i]);
        }
      }
      net.backward(slopes, into);
      return by.loss();
    }
  }
}
