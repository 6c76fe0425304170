package org.sibyl.learning.equilibrium;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Divergence;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.equilibrium.SeveralPredictors.Rule;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;

/**
 * Several predictors on their way: all players together.
 *
 * @param algorithm their parameters
 * @param problem what is minimised
 * @param influence that each player counts, one for each parameter
 * @param rivalry of each player
 * @param model of all, to deploy
 */
record Players(
    SeveralPredictors algorithm,
    Problem problem,
    Column influence,
    Column rivalry,
    Parametric model)
    implements Learner {
  /** More turns than a game that settles at all has needed: 28 producers take 700. */
  private static final int TURNS = 20_000;

  /** When the game on one sample has settled: the last turn's move, relative to theta. */
  private static final double SETTLED = 1e-14;

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    List<Cohort> markets =
        IntStream.range(0, rivalry.size()).mapToObj(k -> market(episode.last(), k)).toList();
    double[] next =
        algorithm.rule() == Rule.RETRAINING ? settled(markets) : stepped(markets, episode.access());
    double[] allowed = problem.domain().project(next);
    Parametric kept = Steps.kept(problem, model, allowed, algorithm.tolerance());
    return new Players(algorithm, problem, influence, rivalry, kept);
  }

  /** The equilibrium of the game on this sample. */
  private double[] settled(List<Cohort> markets) {
    double[] theta = model.theta();
    boolean isGame = IntStream.range(0, rivalry.size()).anyMatch(k -> rivalry.get(k) != 0);
    for (int turn = 0; turn < TURNS; turn++) {
      double[] before = theta.clone();
      for (int player = 0; player < markets.size(); player++) {
        if (markets.get(player).size() > 0) {
          retrain(player, theta, markets.get(player));
        }
      }
      Divergence.check(theta);
      if (!isGame || Vectors.distance(theta, before) <= SETTLED * (1 + Vectors.norm(theta))) {
        return theta;
      }
    }
    throw new DivergenceException(
        "the players found no equilibrium on one sample in "
            + TURNS
            + " turns. Set learning.rule"
            + " to gradient-play, or learning.rivalry below the curvature of a player's own risk.");
  }

  private void retrain(int player, double[] theta, Cohort people) {
    OwnRisk risk = risk(player, theta, people);
    double[] best = algorithm.minimiser().minimise(risk, risk.domain(), risk.block(theta)).theta();
    System.arraycopy(best, 0, theta, risk.first(), best.length);
  }

  /** A step of everybody at once, all from the theta in force. */
  private double[] stepped(List<Cohort> markets, Access access) {
    double[] theta = model.theta();
    double[] next = theta.clone();
    for (int player = 0; player < markets.size(); player++) {
      Cohort people = markets.get(player);
      if (people.size() > 0) {
        OwnRisk risk = risk(player, theta, people);
        double[] gradient = risk.gradient(risk.block(theta));
        double[] ahead = ahead(risk, theta, people, access);
        for (int k = 0; k < gradient.length; k++) {
          next[risk.first() + k] -= algorithm.step() * (gradient[k] + ahead[k]);
        }
      }
    }
    return next;
  }

  /** What a player's own people, moved by its parameters, add to its slopes. */
  private double[] ahead(OwnRisk risk, double[] theta, Cohort people, Access access) {
    if (algorithm.rule() == Rule.ANTICIPATION) {
      return risk.block(access.shiftGradient(problem, theta, people));
    }
    double outcomes = problem.meanOutcomeSlopes(theta, people).sum();
    double[] counted = risk.block(influence.toArray());
    for (int k = 0; k < counted.length; k++) {
      counted[k] *= outcomes;
    }
    return counted;
  }

  private OwnRisk risk(int player, double[] theta, Cohort people) {
    return new OwnRisk(
        problem, people, player, algorithm.parametersEach(), rivalry.get(player), Column.of(theta));
  }

  /** Whoever has its greatest feature in this player's block and a label that is seen. */
  private Cohort market(Cohort cohort, int player) {
    int each = algorithm.parametersEach();
    int[] rows =
        IntStream.range(0, cohort.size())
            .filter(i -> !Double.isNaN(cohort.outcomes().get(i)))
            .filter(i -> cohort.features().dominantColumn(i) / each == player)
            .toArray();
    return new Cohort(
        cohort.round(),
        IntStream.of(rows).map(i -> cohort.individuals()[i]).toArray(),
        cohort.features().rows(rows),
        pick(cohort.predictions(), rows),
        pick(cohort.outcomes(), rows),
        Optional.empty(),
        Optional.empty());
  }

  private static Column pick(Column column, int... rows) {
    return Column.generate(rows.length, k -> column.get(rows[k]));
  }

  @Override
  public Feedback feedback() {
    return algorithm.rule() == Rule.ANTICIPATION ? Feedback.SIMULATOR : Feedback.LOSSES;
  }

  @Override
  public Progress progress() {
    return Progress.LEARNING;
  }
}
