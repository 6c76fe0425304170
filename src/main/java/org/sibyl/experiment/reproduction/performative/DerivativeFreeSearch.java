package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.search.DerivativeFree;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.World;

/**
 * Gradients from the risk of one or two perturbed deployments, on features that move by .2 theta,
 * loss |theta|^2/2 - theta z, in three dimensions. The risk is quadratic, so that both estimates
 * have the gradient as their mean, and theta moves on average as gradient descent does.
 */
final class DerivativeFreeSearch implements Reproduction {
  private static final double SENSITIVITY = 0.2;
  private static final double[] MEANS = {1, -0.5, 0.25};
  private static final double[] START = {2, 1, -1};

  @Override
  public String name() {
    return "dfo";
  }

  @Override
  public String reference() {
    return "Flaxman et al. 2005, section 2; Miller et al. 2021";
  }

  @Override
  public String statement() {
    return "one or two perturbed deployments show the gradient of the performative risk";
  }

  @Override
  public Axes axes() {
    return Axes.lines("step", "distance").by("points");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("points", "step", "distance");
    Task task = Setting.task(bench, new LinearLoss(-1), 1, new Everywhere());
    Setting setting = Setting.ofFeatures(bench, SENSITIVITY, MEANS);
    for (DerivativeFree.Points points : DerivativeFree.Points.values()) {
      gradients(bench, figure, setting, task, points);
      ends(bench, figure, setting, task, points);
    }
    return figure;
  }

  private static DerivativeFree algorithm(
      DerivativeFree.Points points, double radius, double step, double decay, Task task) {
    return new DerivativeFree(Setting.at(START), points, radius, step, decay, task);
  }

  private static String name(DerivativeFree.Points points) {
    return points == DerivativeFree.Points.ONE ? "one point" : "two points";
  }

  private static double[] center(World world) {
    return ((DerivativeFree.Probing) world.learner()).center().toArray();
  }

  /** One step of size 1 from the start shows the estimate. */
  private static void gradients(
      Workbench bench, Figure figure, Setting setting, Task task, DerivativeFree.Points points) {
    DerivativeFree algorithm = algorithm(points, 0.5, 1, 0, task);
    int deployments = points == DerivativeFree.Points.ONE ? 1 : 2;
    int draws = bench.full() ? 100_000 : 20_000;
    double[][] gradients = new double[draws][];
    for (int draw = 0; draw < draws; draw++) {
      List<World> worlds = setting.worlds(algorithm, draw, deployments);
      gradients[draw] = center(worlds.get(deployments));
    }
    for (int k = 0; k < MEANS.length; k++) {
      int one = k;
      Estimate mean = Setting.mean(draws, draw -> START[one] - gradients[draw][one]);
      figure.put(name(points) + ": gradient " + (k + 1), mean);
    }
  }

  private static void ends(
      Workbench bench, Figure figure, Setting setting, Task task, DerivativeFree.Points points) {
    boolean isOne = points == DerivativeFree.Points.ONE;
    DerivativeFree algorithm = algorithm(points, 0.5, isOne ? 0.1 : 0.2, isOne ? 0.5 : 0, task);
    int steps = 300;
    int deployments = isOne ? steps : 2 * steps;
    int runs = isOne ? (bench.full() ? 400 : 100) : 2;
    double[][] ends = new double[runs][];
    for (int run = 0; run < runs; run++) {
      List<World> worlds = setting.worlds(algorithm, run, deployments);
      ends[run] = center(worlds.get(deployments));
      for (int step = 0; run == 0 && step <= steps; step += 10) {
        double[] center = center(worlds.get(step * deployments / steps));
        double squares = 0;
        for (int k = 0; k < center.length; k++) {
          double away = center[k] - MEANS[k] / (1 - 2 * SENSITIVITY);
          squares += away * away;
        }
        figure.row(isOne ? 1 : 2, step, StrictMath.sqrt(squares));
      }
    }
    for (int k = 0; k < MEANS.length; k++) {
      int one = k;
      Estimate end = Setting.mean(runs, run -> ends[run][one]);
      figure.put(name(points) + ": theta " + (k + 1) + " after 300 steps", end);
    }
  }
}
