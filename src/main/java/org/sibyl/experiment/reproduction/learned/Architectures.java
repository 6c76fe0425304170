package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.Architecture;
import org.sibyl.learning.neural.BestBy;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.Gnn;
import org.sibyl.learning.neural.GnnLinear;
import org.sibyl.learning.neural.GnnMlp;
import org.sibyl.learning.neural.Mlp;
import org.sibyl.learning.neural.SteeringAim;

/**
 * Four architectures trained for one aim at a threshold of .5, on a network for each seed (Góis et
 * al. 2025, Figures 8 and 14): two networks, four when there is time. Units are dropped in games
 * too, as in the published code.
 *
 * @param name on the command line
 * @param reference figure of the paper
 * @param statement what it shows
 * @param aim what they are trained for
 */
record Architectures(String name, String reference, String statement, SteeringAim aim)
    implements Reproduction {
  /** How the four are called, in the order of the figures. */
  private static final List<String> NAMES = List.of("MLP", "GNN", "GNN+linear", "GNN+MLP");

  private static final List<Architecture> ALL =
      List.of(Mlp.published(), Gnn.published(), GnnLinear.published(), GnnMlp.published());
  private static final int GNN = 1;

  static Architectures figure8() {
    return new Architectures(
        "games-figure-8",
        "Góis et al. 2025, Figure 8",
        "a graph network alone cannot give roles to individuals, and does not make groups succeed",
        SteeringAim.GROUP);
  }

  static Architectures figure14() {
    return new Architectures(
        "games-figure-14",
        "Góis et al. 2025, Figure 14",
        "trained for accuracy, every architecture is accurate and no group succeeds",
        SteeringAim.ACCURACY);
  }

  @Override
  public Axes axes() {
    return Axes.bars("architecture", "success", "accuracy").by("graph");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("architecture", "graph", "game", "success", "accuracy");
    int graphs = bench.full() ? 4 : 2;
    List<List<GameResult>> played = Courses.results(bench, courses(graphs), Course.GAMES);
    List<Seeds> all = new ArrayList<>();
    for (int k = 0; k < ALL.size(); k++) {
      all.add(new Seeds(played.subList(k * graphs, (k + 1) * graphs)));
      put(figure, k, all.get(k));
    }
    if (aim == SteeringAim.GROUP) {
      roles(figure, all);
    }
    return figure;
  }

  private List<Course> courses(int graphs) {
    List<Course> courses = new ArrayList<>();
    for (Architecture architecture : ALL) {
      for (int graph = 0; graph < graphs; graph++) {
        courses.add(Course.of(architecture, aim, graph, 0.5, graph));
      }
    }
    return courses;
  }

  private void put(Figure figure, int architecture, Seeds seeds) {
    BestBy by = aim.bestBy();
    String place = NAMES.get(architecture) + ": ";
    figure.put(place + "success", seeds.mean(by, GameResult::success));
    figure.put(place + "accuracy", seeds.mean(by, GameResult::accuracy));
    List<GameResult> best = seeds.best(by);
    for (int graph = 0; graph < best.size(); graph++) {
      GameResult game = best.get(graph);
      figure.row(architecture, graph, game.epoch(), game.success(), game.accuracy());
    }
  }

  private static void roles(Figure figure, List<Seeds> all) {
    double alone = success(all.get(GNN));
    for (int k = 0; k < all.size(); k++) {
      if (k != GNN) {
        figure.put(
            NAMES.get(k) + ": success at least .3 above that of the GNN alone",
            success(all.get(k)) > alone + 0.3);
      }
    }
  }

  private static double success(Seeds seeds) {
    return seeds.mean(BestBy.SUCCESS, GameResult::success).value();
  }
}
