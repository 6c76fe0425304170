package org.sibyl.experiment.reproduction;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.sibyl.learning.NoPredictor;
import org.sibyl.network.Complete;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.prediction.Silence;
import org.sibyl.simulation.Dynamics;

/**
 * Which groups succeed when nobody predicts, by innate belief and size (Góis et al. 2025, Figure
 * 5); this figure's game has risk .6 and cost .1.
 *
 * @param scaleFree whether on scale-free networks, or else on complete ones
 */
record InnateBeliefs(boolean scaleFree) implements Reproduction {
  private static final int SMALLEST = 3;
  private static final int LARGEST = 25;
  private static final int GRID = 100;
  private static final int NETWORKS = 5;

  @Override
  public String name() {
    return scaleFree ? "games-figure-5-scale-free" : "games-figure-5-complete";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Figure 5";
  }

  @Override
  public String statement() {
    return scaleFree
        ? "without a predictor success fades with size on scale-free networks"
        : "without a predictor nobody cooperates in complete networks of 24 or more";
  }

  @Override
  public Axes axes() {
    return Axes.heat("innate-belief", "size", "group-success");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("size", "innate-belief", "group-success");
    for (int size = SMALLEST; size <= LARGEST; size++) {
      if (scaleFree) {
        onScaleFree(bench, figure, size);
      } else {
        onComplete(bench, figure, size);
      }
    }
    return figure;
  }

  private static void onScaleFree(Workbench bench, Figure figure, int size) {
    double[] success =
        overBeliefs(
            belief -> {
              double sum = 0;
              for (int seed = 0; seed < NETWORKS; seed++) {
                sum += success(bench, PublishedGraphs.barabasiAlbert(size, seed), belief);
              }
              return sum / NETWORKS;
            });
    double mean = 0;
    double most = 0;
    for (int k = 0; k < GRID; k++) {
      mean += success[k] / GRID;
      most = StrictMath.max(most, success[k]);
      figure.row(size, belief(k), success[k]);
    }
    figure.put("N=" + size + ": mean over beliefs", mean);
    figure.put("N=" + size + ": most", most);
    for (int tenth = 2; tenth <= 8; tenth += 2) {
      figure.put("N=" + size + ": belief " + tenth + "/11", success[9 * tenth]);
    }
  }

  private static void onComplete(Workbench bench, Figure figure, int size) {
    Network network = new Complete().generate(size, Workbench.randomness().at(Draw.NETWORK, 0));
    double[] success = overBeliefs(belief -> success(bench, network, belief));
    int first = -1;
    int last = -1;
    int points = 0;
    for (int k = 0; k < GRID; k++) {
      figure.row(size, belief(k), success[k]);
      if (success[k] == 1) {
        first = first < 0 ? k : first;
        last = k;
        points++;
      }
    }
    figure.put("N=" + size + ": beliefs of 100 that succeed", points);
    if (first > 0) {
      figure.put("N=" + size + ": from", edge(bench, network, belief(first - 1), belief(first)));
      figure.put("N=" + size + ": to", edge(bench, network, belief(last + 1), belief(last)));
    }
  }

  /** Where success begins between a belief that fails and one that succeeds. */
  private static double edge(Workbench bench, Network network, double fails, double succeeds) {
    double outside = fails;
    double inside = succeeds;
    while (StrictMath.abs(inside - outside) > 1e-9) {
      double middle = (inside + outside) / 2;
      if (success(bench, network, middle) == 1) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private static double belief(int point) {
    return point / (GRID - 1.0);
  }

  private static double[] overBeliefs(DoubleUnaryOperator success) {
    return IntStream.range(0, GRID)
        .parallel()
        .mapToDouble(point -> success.applyAsDouble(belief(point)))
        .toArray();
  }

  private static double success(Workbench bench, Network network, double belief) {
    Dynamics dynamics = bench.dynamics(bench.game(0.6, 0.1, Share.of(0.5)));
    return dynamics
        .play(bench.world(network, belief, 0, new NoPredictor()), new Silence())
        .outcomes()
        .fact(CollectiveRisk.GROUP_SUCCESS)
        .mean();
  }
}
