package org.sibyl.experiment.reproduction.learned;

import java.util.List;
import java.util.Locale;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.SteeringAim;

/**
 * Trainings from stated first weights, game by game, as the published code went (recorded): counts
 * exactly, losses but for rounding. Only early games can be compared so: one action that is near
 * its boundary falls the other way by rounding, and trainings part. It is what the build runs of
 * learned predictors, where the figures take minutes.
 *
 * @param games of each training, at most {@link #GAMES}, all that are recorded
 */
record Trajectories(int games) implements Reproduction {
  private static final List<SteeringAim> AIMS =
      List.of(
          SteeringAim.ACCURACY, SteeringAim.INDIVIDUAL, SteeringAim.GROUP, SteeringAim.MULTITASK);

  /** Games that are compared of each training. */
  static final int GAMES = 25;

  @Override
  public String name() {
    return "games-trained-from-stated-weights";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, published code";
  }

  @Override
  public String statement() {
    return "the first games of four trainings, one by one";
  }

  @Override
  public Axes axes() {
    return Axes.lines("game", "success", "accuracy").by("aim");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("aim", "game", "success", "accuracy");
    List<Course> courses =
        AIMS.stream().map(aim -> Course.of(new StatedStart(), aim, 0, 0.5, 0)).toList();
    List<List<GameResult>> played = Courses.results(bench, courses, games);
    for (int k = 0; k < AIMS.size(); k++) {
      for (GameResult game : played.get(k)) {
        put(figure, AIMS.get(k), game);
      }
    }
    return figure;
  }

  private static void put(Figure figure, SteeringAim aim, GameResult game) {
    String place = aim.name().toLowerCase(Locale.ROOT) + ", game " + game.epoch() + ": ";
    double everyone = Course.ROUNDS * Course.SIZE;
    figure.put(place + "groups", StrictMath.rint(game.success() * everyone));
    figure.put(place + "cooperators", StrictMath.rint(game.cooperation() * everyone));
    figure.put(place + "accuracy", game.accuracy());
    figure.put(place + "loss", game.loss());
    figure.row(aim.ordinal(), game.epoch(), game.success(), game.accuracy());
  }
}
