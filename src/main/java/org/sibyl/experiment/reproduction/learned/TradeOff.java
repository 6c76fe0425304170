package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.BestBy;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.ParetoFront;
import org.sibyl.learning.neural.SteeringAim;

/**
 * Success of groups against accuracy, by threshold (Góis et al. 2025, Figure 7): the best game of
 * each of three trainings for success, and of three for accuracy; at .5 the Pareto front of three
 * for both. Trainings from other first weights end elsewhere, .19 apart and more, so means over
 * seeds are held against means, and single trainings against nothing.
 */
record TradeOff() implements Reproduction {
  private static final double[] THRESHOLDS = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
  private static final int SEEDS = 3;
  private static final int BOTH = THRESHOLDS.length * 2 * SEEDS; // where trainings for both begin

  @Override
  public String name() {
    return "games-figure-7";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Figure 7";
  }

  @Override
  public String statement() {
    return "networks trained for success of groups and for accuracy end far apart";
  }

  @Override
  public Axes axes() {
    return Axes.points("success", "accuracy").by("threshold", "aim");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("threshold", "aim", "seed", "game", "success", "accuracy");
    List<List<GameResult>> played = Courses.results(bench, courses(), Course.GAMES);
    for (int t = 0; t < THRESHOLDS.length; t++) {
      int from = t * 2 * SEEDS;
      Seeds success = new Seeds(played.subList(from, from + SEEDS));
      Seeds accuracy = new Seeds(played.subList(from + SEEDS, from + 2 * SEEDS));
      forSuccess(figure, THRESHOLDS[t], success);
      forAccuracy(figure, THRESHOLDS[t], accuracy);
    }
    forBoth(figure, new Seeds(played.subList(BOTH, BOTH + SEEDS)));
    return figure;
  }

  private static List<Course> courses() {
    List<Course> courses = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      add(courses, SteeringAim.GROUP, threshold);
      add(courses, SteeringAim.ACCURACY, threshold);
    }
    add(courses, SteeringAim.MULTITASK, 0.5);
    return courses;
  }

  private static void add(List<Course> courses, SteeringAim aim, double threshold) {
    for (int seed = 0; seed < SEEDS; seed++) {
      courses.add(Course.mlp(aim, threshold, seed));
    }
  }

  private static void forSuccess(Figure figure, double threshold, Seeds seeds) {
    String place = "t=" + threshold + ", for success: ";
    figure.put(place + "success", seeds.mean(BestBy.SUCCESS, GameResult::success));
    figure.put(place + "accuracy", seeds.mean(BestBy.SUCCESS, GameResult::accuracy));
    if (threshold <= 0.5) {
      figure.put(
          place + "success above .8 with some seed",
          seeds.any(BestBy.SUCCESS, game -> game.success() > 0.8));
    }
    if (threshold == 0.8) {
      figure.put(
          place + "success below .1 with all seeds",
          seeds.all(BestBy.SUCCESS, game -> game.success() < 0.1));
    }
    bySeed(figure, threshold, SteeringAim.GROUP, seeds.best(BestBy.SUCCESS));
  }

  private static void forAccuracy(Figure figure, double threshold, Seeds seeds) {
    String place = "t=" + threshold + ", for accuracy: ";
    figure.put(place + "success", seeds.mean(BestBy.ACCURACY, GameResult::success));
    figure.put(place + "accuracy", seeds.mean(BestBy.ACCURACY, GameResult::accuracy));
    if (threshold >= 0.4) {
      figure.put(
          place + "accuracy above .99 and success at most .05 with all seeds",
          seeds.all(BestBy.ACCURACY, TradeOff::isAccurateAndUnsuccessful));
    }
    bySeed(figure, threshold, SteeringAim.ACCURACY, seeds.best(BestBy.ACCURACY));
  }

  /** What accuracy alone leads to: of 20 groups one succeeds at most. */
  static boolean isAccurateAndUnsuccessful(GameResult game) {
    return game.accuracy() > 0.99 && game.success() <= 0.05 + 1e-12;
  }

  private static void forBoth(Figure figure, Seeds seeds) {
    String place = "t=0.5, for both: ";
    figure.put(place + "success times accuracy", seeds.mean(BestBy.PRODUCT, GameResult::product));
    figure.put(place + "most success", seeds.mean(BestBy.SUCCESS, GameResult::success));
    figure.put(place + "most accuracy", seeds.mean(BestBy.ACCURACY, GameResult::accuracy));
    int seed = seeds.bestOf(BestBy.PRODUCT);
    List<GameResult> front = ParetoFront.of(seeds.trainings().get(seed));
    figure.put(place + "the front trades one for the other", front.size() > 1);
    front.forEach(game -> row(figure, 0.5, SteeringAim.MULTITASK, seed, game));
  }

  private static void bySeed(
      Figure figure, double threshold, SteeringAim aim, List<GameResult> games) {
    for (int seed = 0; seed < games.size(); seed++) {
      row(figure, threshold, aim, seed, games.get(seed));
    }
  }

  private static void row(
      Figure figure, double threshold, SteeringAim aim, int seed, GameResult game) {
    figure.row(threshold, aim.ordinal(), seed, game.epoch(), game.success(), game.accuracy());
  }
}
