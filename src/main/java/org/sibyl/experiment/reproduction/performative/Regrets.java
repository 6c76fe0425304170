package org.sibyl.experiment.reproduction.performative;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.search.ConfidenceBounds;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.population.source.ConstantSource;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.World;

/**
 * The regret of performative confidence bounds against that of zooming, and of a grid whose points
 * are tried in turn, which both know a model's risk from its own deployment only. It is mean
 * estimation on [0, 4]: outcomes have the mean 1.1 + sensitivity (theta - 1.1), so that 1.1 is the
 * optimum, and above it the risk is ((1 - sensitivity) (theta - 1.1))^2 / 2.
 *
 * <p>Where nobody moves, the first model tells of all others: it is held until the intervals are
 * narrow enough, and then the best known is, while they become narrower. As the risk bends, regret
 * hardly grows any more; it is far below the root of the rounds times a constant.
 */
final class Regrets implements Reproduction {
  private static final double OPTIMUM = 1.1;
  private static final int POINTS = 401;
  private static final int[] HORIZONS = {50, 100, 200, 400, 800, 1600};
  private static final int LONGEST = 1600;
  private static final double SENSITIVITY = 0.2;

  @Override
  public String name() {
    return "confidence-bounds-regret";
  }

  @Override
  public String reference() {
    return "Jagadeesan et al. 2022, section 3";
  }

  @Override
  public String statement() {
    return "exploration is as dear as people are sensitive, not as the risk is steep";
  }

  @Override
  public Axes axes() {
    return Axes.lines("rounds", "regret").by("sensitivity", "method");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("sensitivity", "method", "rounds", "regret", "regret-by-sample");
    Task task = Setting.task(bench, new SquaredLoss(0.5), 0, Box.of(0, 4));
    nobodyMoves(bench, figure, task);
    peopleMove(bench, figure, task);
    return figure;
  }

  /**
   * Ten people a round, deviation 1; the loss of one deviates by 3.6 at most, the width is four.
   */
  private static void nobodyMoves(Workbench bench, Figure figure, Task task) {
    Setting setting = setting(bench, 10, 0, 1);
    Trials trials = new Trials(setting, 0, bench.full() ? 400 : 20);
    Algorithm bounds = new ConfidenceBounds(POINTS, 0, 1, 14.4, false, task);
    Estimate[] own = trials.regrets(bounds);
    for (int k = 0; k < HORIZONS.length; k++) {
      figure.put("nobody moves, " + HORIZONS[k] + " rounds: regret", own[k]);
    }
    long exploring =
        setting.thetas(bounds, 0, LONGEST - 1).stream()
            .filter(theta -> StrictMath.abs(theta[0] - OPTIMUM) > 0.35)
            .count();
    figure.put("nobody moves: rounds further than .35 from the optimum", exploring);
    compare(figure, "nobody moves", trials, own, zooming(2.9, 14.4, task), task);
  }

  /**
   * A hundred people a round, deviation .1. Losses at theta move with the mean by at most 4 - .88 =
   * 3.12 times as much; that of one deviates by .32 at most, of which the width is four.
   */
  private static void peopleMove(Workbench bench, Figure figure, Task task) {
    Setting setting = setting(bench, 100, SENSITIVITY, 0.1);
    Trials trials = new Trials(setting, SENSITIVITY, bench.full() ? 100 : 4);
    Algorithm bounds = new ConfidenceBounds(POINTS, 3.12 * SENSITIVITY, 1, 1.28, false, task);
    Estimate[] own = trials.regrets(bounds);
    double steepest = (1 - SENSITIVITY) * (1 - SENSITIVITY) * 2.9;
    compare(figure, "people move", trials, own, zooming(steepest, 1.28, task), task);
    int optimum = 110; // of 401 on [0, 4]
    double dropped = 0;
    for (World world : setting.worlds(bounds, 0, LONGEST)) {
      dropped += ((ConfidenceBounds.Zooming) world.learner()).bounds().dropped().get(optimum);
    }
    figure.put("people move: rounds with the optimum dropped", dropped);
    Task price = Setting.task(bench, new LinearLoss(1), 0, Box.of(0, 4)); // theta times the mean
    double rise = setting.risk(price, 0, 4) / 4 - setting.risk(price, 0, 2) / 2;
    figure.put("people move: what a unit of theta adds to the mean", rise / 2);
  }

  private static Algorithm zooming(double steepest, double width, Task task) {
    return new ConfidenceBounds(POINTS, steepest, 1, width, true, task);
  }

  private static void compare(
      Figure figure, String place, Trials trials, Estimate[] own, Algorithm zooming, Task task) {
    Estimate[] zoomed = trials.regrets(zooming);
    for (int k = 0; k < HORIZONS.length; k++) {
      int horizon = HORIZONS[k];
      // as many points as rounds for each: the cube root of the horizon
      int root = (int) StrictMath.ceil(StrictMath.cbrt(horizon) - 1e-9);
      Estimate grid = trials.regret(new TriedGrid(root, root, task), horizon);
      Estimate[] all = {own[k], zoomed[k], grid};
      for (int method = 0; method < all.length; method++) {
        double regret = all[method].value();
        figure.row(trials.sensitivity, method, horizon, regret, regret * trials.setting.size());
      }
      String rounds = place + ", " + horizon + " rounds: regret below that of ";
      figure.put(rounds + "zooming", own[k].value() < zoomed[k].value());
      figure.put(rounds + "a grid", own[k].value() < grid.value());
    }
  }

  private static Setting setting(
      Workbench bench, int people, double sensitivity, double deviation) {
    double felt = bench.sensitivity().applyAsDouble(sensitivity);
    LinearOutcome outcome =
        new LinearOutcome((1 - sensitivity) * OPTIMUM, Values.all(0), felt, deviation);
    return Setting.ofOutcomes(bench, new ConstantSource(), people, outcome);
  }

  /**
   * Runs of one world.
   *
   * @param setting the world
   * @param sensitivity by which regret is reckoned
   * @param runs of each algorithm
   */
  private record Trials(Setting setting, double sensitivity, int runs) {
    /** The mean regret after as many rounds as each horizon. */
    Estimate[] regrets(Algorithm algorithm) {
      double[][] sums = new double[runs][];
      Arrays.setAll(sums, run -> sums(algorithm, run, LONGEST));
      return IntStream.of(HORIZONS)
          .mapToObj(horizon -> Setting.mean(runs, run -> sums[run][horizon - 1]))
          .toArray(Estimate[]::new);
    }

    Estimate regret(Algorithm algorithm, int rounds) {
      return Setting.mean(runs, run -> sums(algorithm, run, rounds)[rounds - 1]);
    }

    /** The regret after each round. */
    private double[] sums(Algorithm algorithm, int run, int rounds) {
      Dynamics dynamics = setting.dynamics(run);
      World world = setting.first(algorithm, run);
      double[] sums = new double[rounds];
      double sum = 0;
      for (int t = 0; t < rounds; t++) {
        double away = (1 - sensitivity) * (Setting.theta(world)[0] - OPTIMUM);
        sum += away * away / 2;
        sums[t] = sum;
        world = dynamics.play(world).after();
      }
      return sums;
    }
  }
}
