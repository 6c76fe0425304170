package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.PublishedGraphs;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.BestBy;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.SteeringAim;
import org.sibyl.network.Network;
import org.sibyl.numeric.LogOdds;
import org.sibyl.population.Attribute;
import org.sibyl.simulation.Round;

/**
 * The game of a trained predictor, frame by frame (Góis et al. 2025, Figure 11): what everyone does
 * and how far it trusts, in the best of the games of a training for success. Nothing is published
 * of it but the picture. So every frame is held against the game's definition, told anew in {@link
 * Definition}: whether who acts is who should, and whether trust is what Bayes' rule makes of all
 * that was said and done.
 *
 * @param games of the training; {@link Course#GAMES} in the figure, fewer to check the frames alone
 */
record Frames(int games) implements Reproduction {
  private static final double THRESHOLD = 0.5;

  static Frames figure11() {
    return new Frames(Course.GAMES);
  }

  @Override
  public String name() {
    return "games-figure-11";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Figure 11";
  }

  @Override
  public String statement() {
    return "who acts and who trusts, in every round of a trained predictor's best game";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "action", "trust", "forecast").by("individual");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("round", "individual", "action", "trust", "forecast");
    List<Frame> frames = new ArrayList<>();
    List<GameResult> best = new ArrayList<>();
    Course course = Course.mlp(SteeringAim.GROUP, THRESHOLD, 0);
    course.play(
        bench,
        games,
        game -> {
          if (best.isEmpty() || BestBy.SUCCESS.isBetter(game.result(), best.get(0))) {
            best.clear();
            best.add(game.result());
            frames.clear();
            game.rounds().forEach(round -> frames.add(Frame.of(round)));
          }
        });
    put(figure, frames);
    figure.put("success of the game", best.get(0).success());
    figure.put("accuracy of the game", best.get(0).accuracy());
    return figure;
  }

  private static void put(Figure figure, List<Frame> frames) {
    Network network = PublishedGraphs.barabasiAlbert(Course.SIZE, 0);
    Definition definition = new Definition(network, THRESHOLD, Course.BELIEF);
    int wrong = 0;
    double apart = 0;
    double[] odds = new double[Course.SIZE];
    java.util.Arrays.fill(odds, LogOdds.of(Course.TRUST));
    for (int round = 0; round < frames.size(); round++) {
      Frame frame = frames.get(round);
      for (int i = 0; i < Course.SIZE; i++) {
        double trust = 1 / (1 + StrictMath.exp(-odds[i]));
        apart = StrictMath.max(apart, StrictMath.abs(trust - frame.trust[i]));
        boolean acts = definition.acts(i, frame.trust[i], frame.forecast);
        wrong += acts == (frame.action[i] == 1) ? 0 : 1;
        figure.row(round + 1, i, frame.action[i], frame.trust[i], frame.forecast[i]);
      }
      definition.revise(odds, frame.forecast, frame.action);
    }
    figure.put("frames", frames.size());
    figure.put("individuals who act against their gain, all frames", wrong);
    figure.put("greatest distance of trust from Bayes' rule", apart);
  }

  /** What is seen of a round: trust as it was when people acted. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Frame(double[] action, double[] trust, double[] forecast) {
    static Frame of(Round round) {
      double[] trust = round.before().population().column(Attribute.TRUST).toArray();
      for (int i = 0; i < trust.length; i++) {
        trust[i] = LogOdds.probability(trust[i]);
      }
      return new Frame(
          round.response().actions().toArray(), trust, round.deployment().predictions().toArray());
    }
  }
}
