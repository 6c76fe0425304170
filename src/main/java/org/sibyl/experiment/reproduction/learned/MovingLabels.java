package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.BestBy;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.SteeringAim;

/**
 * Training for accuracy with and without the knowledge that actions move with forecasts (Góis et
 * al. 2025, Appendix F.1; specification X7): it makes no difference in kind.
 */
record MovingLabels() implements Reproduction {
  private static final int SEEDS = 3;

  @Override
  public String name() {
    return "games-accuracy-perf";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Appendix F.1";
  }

  @Override
  public String statement() {
    return "knowing that actions move with forecasts changes nothing when accuracy is the aim";
  }

  @Override
  public Axes axes() {
    return Axes.lines("game", "success", "accuracy").by("aim", "seed");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("aim", "seed", "game", "success", "accuracy");
    List<SteeringAim> aims = List.of(SteeringAim.ACCURACY, SteeringAim.ACCURACY_PERFORMATIVE);
    List<Course> courses = new ArrayList<>();
    for (SteeringAim aim : aims) {
      for (int seed = 0; seed < SEEDS; seed++) {
        courses.add(Course.mlp(aim, 0.5, seed));
      }
    }
    List<List<GameResult>> played = Courses.results(bench, courses, Course.GAMES);
    for (int k = 0; k < aims.size(); k++) {
      Seeds seeds = new Seeds(played.subList(k * SEEDS, (k + 1) * SEEDS));
      put(figure, k == 0 ? "actions given: " : "actions moving: ", seeds);
      rows(figure, k, seeds);
    }
    return figure;
  }

  private static void put(Figure figure, String place, Seeds seeds) {
    figure.put(place + "success", seeds.mean(BestBy.ACCURACY, GameResult::success));
    figure.put(place + "accuracy", seeds.mean(BestBy.ACCURACY, GameResult::accuracy));
    figure.put(
        place + "accuracy above .99 and success at most .05 with all seeds",
        seeds.all(BestBy.ACCURACY, TradeOff::isAccurateAndUnsuccessful));
  }

  private static void rows(Figure figure, int aim, Seeds seeds) {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (GameResult game : seeds.trainings().get(seed)) {
        figure.row(aim, seed, game.epoch(), game.success(), game.accuracy());
      }
    }
  }
}
