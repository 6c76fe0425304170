package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.TieRule;
import org.sibyl.behavior.TrustRule;
import org.sibyl.behavior.ZeroPolicy;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.IllegalReadException;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.PerformativeGradient.Slopes;
import org.sibyl.prediction.Scored;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.SteeringLoss.Aim;
import org.sibyl.prediction.TrustFlow;

/** Derivatives of games through trust and best response, as learners get them. */
class ForesightTest {
  private static final int SIZE = 12;
  private static final CollectiveRisk GAME = Given.game(0.6, 0.1, "0.5");
  private static final PivotalCooperation PEOPLE = new PivotalCooperation(GAME, TieRule.DEFECT);
  private static final SteeringLoss LOSS = SteeringLoss.published(Aim.GROUP);

  /** Forecasts that differ between individuals and with what they did last. */
  private record Telling(int lesson) implements Model {
    @Override
    public Column predict(Matrix features, UniformRandomProvider random) {
      return Column.generate(
          features.rows(),
          i -> 0.1 + 0.8 * ((0.37 * i + 0.29 * features.get(i, 0) + 0.41 * lesson) % 1));
    }

    @Override
    public Scored scored() {
      return Scored.BEFORE_RESPONSE;
    }
  }

  /** What a learner asked, and was told. */
  private record Lesson(List<Cohort> rounds, Slopes slopes) {}

  /** A learner that asks for the derivative of each game. */
  private record Asking(int number, Feedback feedback, TrustFlow flow, List<Lesson> lessons)
      implements Learner {
    @Override
    public Model model() {
      return new Telling(number);
    }

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      List<Cohort> rounds = episode.rounds();
      lessons.add(new Lesson(rounds, episode.access().performativeGradient(LOSS, flow, rounds)));
      return new Asking(number + 1, feedback, flow, lessons);
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }

  private static Dynamics dynamics(
      ResponseModel people, TrustRule trust, Survey survey, int episodeLength) {
    return new Dynamics(
        people,
        GAME,
        trust,
        new LastAction(),
        survey,
        episodeLength,
        Worlds.RANDOMNESS,
        Workers.serial());
  }

  private static Dynamics dynamics(int episodeLength) {
    return dynamics(PEOPLE, BayesianTrust.withFloor(), new WholePopulation(), episodeLength);
  }

  private static World world(Learner learner) {
    return World.first(Worlds.people(SIZE), Worlds.network(SIZE), learner);
  }

  private static World asking(TrustFlow flow) {
    return world(new Asking(0, Feedback.SIMULATOR, flow, new ArrayList<>()));
  }

  private static List<Lesson> lessons(Round last) {
    return ((Asking) last.after().learner()).lessons();
  }

  /** Those who always begin a game alike, in games of their own. */
  private static PerformativeGradient direct(TrustRule trust, World beginning) {
    return PEOPLE
        .performativeGradient(trust, beginning.population(), beginning.network())
        .orElseThrow();
  }

  @Test
  void learnersAreToldTheDerivativeOfTheGameTheyPlayed() {
    List<Round> rounds = Play.rounds(dynamics(5), asking(TrustFlow.FULL), 15);
    List<Lesson> lessons = lessons(rounds.get(14));
    assertThat(lessons).hasSize(3);
    for (int game = 0; game < 3; game++) {
      Lesson lesson = lessons.get(game);
      assertThat(lesson.rounds())
          .containsExactlyElementsOf(
              rounds.subList(5 * game, 5 * game + 5).stream().map(Round::cohort).toList());
      Slopes slopes =
          direct(BayesianTrust.withFloor(), rounds.get(0).before())
              .of(LOSS, TrustFlow.FULL, lesson.rounds());
      assertThat(lesson.slopes().byForecast()).isDeepEqualTo(slopes.byForecast());
      assertThat(lesson.slopes().loss()).isEqualTo(slopes.loss()).isNegative();
    }
    assertThat(lessons.get(1).slopes().byForecast()[4])
        .isNotEqualTo(lessons.get(0).slopes().byForecast()[4]);
  }

  /** Trust is private and replayed: it is what it was in the round. */
  @Test
  void theTrustThatIsReplayedIsTheTrustThatPeopleHad() {
    List<Round> rounds = Play.rounds(dynamics(5), asking(TrustFlow.BLOCK_TRUST), 10);
    for (int s = 0; s < 10; s++) {
      Slopes alone =
          direct(new FixedTrust(), rounds.get(s).before())
              .of(LOSS, TrustFlow.BLOCK_TRUST, List.of(rounds.get(s).cohort()));
      assertThat(lessons(rounds.get(9)).get(s / 5).slopes().byForecast()[s % 5])
          .containsExactly(alone.byForecast()[0]);
    }
  }

  /** Without newcomers a game is one round, and begins with those whom it finds. */
  @Test
  void gamesOfOneRoundBeginWithThoseWhoAreThere() {
    List<Round> rounds = Play.rounds(dynamics(1), asking(TrustFlow.FULL), 3);
    for (int s = 0; s < 3; s++) {
      Round round = rounds.get(s);
      Slopes direct =
          direct(BayesianTrust.withFloor(), round.before())
              .of(LOSS, TrustFlow.FULL, List.of(round.cohort()));
      assertThat(lessons(rounds.get(2)).get(s).slopes().byForecast()[0])
          .containsExactly(direct.byForecast()[0]);
    }
  }

  @Test
  void everyAnswerIsCounted() {
    List<Round> rounds = Play.rounds(dynamics(5), asking(TrustFlow.FULL), 10);
    assertThat(rounds.stream().mapToLong(round -> round.after().ledger().oracleCalls()))
        .containsExactly(0L, 0L, 0L, 0L, 1L, 1L, 1L, 1L, 1L, 2L);
  }

  // ---- refusals

  private static void play(Dynamics dynamics, World world) {
    Play.rounds(dynamics, world, dynamics.episodeLength());
  }

  @Test
  void whoDoesNotDeclareItIsNotTold() {
    for (Feedback less : List.of(Feedback.SAMPLES, Feedback.LOSSES, Feedback.FAMILY)) {
      World world = world(new Asking(0, less, TrustFlow.FULL, new ArrayList<>()));
      assertThatThrownBy(() -> play(dynamics(3), world))
          .isInstanceOf(IllegalReadException.class)
          .hasMessageContaining("SIMULATOR");
    }
  }

  @Test
  void whereNobodyKnowsTheErrorSaysWhatToChoose() {
    TrustRule epsilon = new BayesianTrust(ZeroPolicy.DENOMINATOR_EPSILON, 1e-9, 1e-12);
    ResponseModel idle = (individual, situation, own) -> own.act(0);
    List<Dynamics> without =
        List.of(
            dynamics(PEOPLE, epsilon, new WholePopulation(), 2),
            dynamics(idle, new FixedTrust(), new WholePopulation(), 2));
    for (Dynamics dynamics : without) {
      assertThatThrownBy(() -> play(dynamics, asking(TrustFlow.FULL)))
          .isInstanceOf(IllegalStateException.class)
          .isNotInstanceOf(IllegalReadException.class)
          .hasMessageContainingAll("Choose pivotal-cooperation", "bayesian");
    }
  }

  @Test
  void aSampleOfPeopleIsNotEnough() {
    Dynamics dynamics = dynamics(PEOPLE, new FixedTrust(), new FixedSample(5), 2);
    assertThatThrownBy(() -> play(dynamics, asking(TrustFlow.FULL)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("5 of 12", "survey: whole");
  }
}
