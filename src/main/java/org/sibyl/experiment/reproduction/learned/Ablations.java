package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.BestBy;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.LearnedPredictor;
import org.sibyl.learning.neural.Mlp;
import org.sibyl.learning.neural.SteeringAim;
import org.sibyl.learning.neural.Weighting;
import org.sibyl.numeric.Share;
import org.sibyl.prediction.TrustFlow;

/**
 * Which trust the derivative must run through (Góis et al. 2025, Figure 16; specification X4): an
 * MLP trained for cooperation with the whole derivative, without what flows through earlier trust,
 * and without trust. The paper's is a GNN+MLP.
 */
record Ablations() implements Reproduction {
  private static final int SEEDS = 3;
  private static final int LAST = 20;

  @Override
  public String name() {
    return "games-figure-16";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Figure 16";
  }

  @Override
  public String statement() {
    return "a derivative that ignores trust raises cooperation, then loses it for good";
  }

  @Override
  public Axes axes() {
    return Axes.lines("game", "cooperation").by("trust-flow");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("trust-flow", "game", "cooperation", "cooperation-sd");
    List<List<GameResult>> played = Courses.results(bench, courses(), Course.GAMES);
    List<Double> ends = new ArrayList<>();
    for (TrustFlow flow : TrustFlow.values()) {
      int from = flow.ordinal() * SEEDS;
      Seeds seeds = new Seeds(played.subList(from, from + SEEDS));
      ends.add(put(figure, flow, seeds));
      curve(figure, flow, seeds);
    }
    figure.put("full above block-previous-trust", ends.get(0) > ends.get(1));
    figure.put("block-previous-trust above block-trust", ends.get(1) > ends.get(2));
    figure.put("block-trust collapses below .15", ends.get(2) < 0.15);
    return figure;
  }

  private static List<Course> courses() {
    List<Course> courses = new ArrayList<>();
    for (TrustFlow flow : TrustFlow.values()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        courses.add(new Course(predictor(flow), 0, Share.of(0.5), seed));
      }
    }
    return courses;
  }

  private static LearnedPredictor predictor(TrustFlow flow) {
    return new LearnedPredictor(
        Mlp.published(),
        SteeringAim.INDIVIDUAL,
        1,
        Weighting.PUBLISHED,
        flow,
        1e-4,
        BestBy.AIM,
        true,
        Optional.empty());
  }

  private static double put(Figure figure, TrustFlow flow, Seeds seeds) {
    String place = flow.name().toLowerCase(Locale.ROOT).replace('_', '-') + ": ";
    Estimate last = seeds.lastCooperation(LAST);
    figure.put(place + "cooperation of the last 20 games", last);
    figure.put(place + "most cooperation", seeds.mean(BestBy.COOPERATION, GameResult::cooperation));
    return last.value();
  }

  private static void curve(Figure figure, TrustFlow flow, Seeds seeds) {
    for (int game = 0; game < Course.GAMES; game++) {
      int now = game;
      Estimate mean =
          Estimate.mean(
              seeds.trainings().stream()
                  .mapToDouble(games -> games.get(now).cooperation())
                  .toArray());
      double deviation = mean.standardError() * StrictMath.sqrt(SEEDS);
      figure.row(flow.ordinal(), game + 1, mean.value(), deviation);
    }
  }
}
