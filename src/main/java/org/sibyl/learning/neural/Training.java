package org.sibyl.learning.neural;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;

/**
 * A learned predictor on its way: it deploys a network for a game, and goes one step down the
 * gradient of what the game came to.
 *
 * @param plan its parameters
 * @param workshop scratch, no state
 * @param weights in force
 * @param moments of Adam
 * @param dropout the seed of what the network in force drops; none when nothing is
 * @param found last actions that the game in force began with; empty with newcomers
 * @param record of the games so far
 */
record Training(
    LearnedPredictor plan,
    Workshop workshop,
    Weights weights,
    Moments moments,
    OptionalLong dropout,
    Optional<Column> found,
    GameRecord record)
    implements Learner, Trained {

  @Override
  public NeuralForecast model() {
    return new NeuralForecast(plan.architecture(), weights, workshop.network(), dropout, workshop);
  }

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    episode.requireEveryone(workshop.network().size(), "a network reads everyone's action");
    List<Cohort> rounds = episode.rounds();
    if (!PlayedGame.isForecast(rounds)) {
      workshop.requireForecasts(this, rounds);
      return new Training(
          plan, workshop, weights, moments, dropout, PlayedGame.left(rounds), record);
    }
    Workshop.Lesson lesson = workshop.lesson(this, episode);
    GameResult result =
        PlayedGame.result(
            record.games() + 1, episode.access().standing(rounds), rounds, lesson.loss());
    return new Training(
        plan,
        workshop,
        lesson.weights(),
        lesson.moments(),
        plan.dropout(random),
        PlayedGame.left(rounds),
        record.with(result, weights, plan.bestGameBy()));
  }

  @Override
  public Feedback feedback() {
    return Feedback.SIMULATOR;
  }

  @Override
  public Progress progress() {
    return Progress.LEARNING;
  }

  @Override
  public double lastLoss() {
    return record.last().map(GameResult::loss).orElse(Double.NaN);
  }

  @Override
  public String standing() {
    return record
        .last()
        .map(
            last ->
                String.format(
                    Locale.ROOT, "game %d, loss %.4g, %s", last.epoch(), last.loss(), last.words()))
        .orElse("");
  }

  @Override
  public List<String> notes() {
    return record.notes(plan);
  }

  @Override
  public Optional<Record> product() {
    return Optional.of(
        new TrainedPredictor(
            plan.architecture(),
            workshop.network().size(),
            record.bestWeights().orElse(weights),
            record.best().map(GameResult::epoch).orElse(0)));
  }
}
