package org.sibyl.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.metrics.RiskLandscape;
import org.sibyl.metrics.RiskPlane;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Workers;
import org.sibyl.prediction.BlockForecasts;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.RunFailure;
import org.sibyl.simulation.World;

/**
 * The risk of the world as it is now: the decoupled landscape of forecasts that tell everyone the
 * same, the plane of forecasts that tell the better connected half something else, and the path of
 * the learner's mean forecasts through both. They are made by counterfactual rounds beside the run,
 * which they do not disturb: coarse at once, finer while nothing new happens.
 */
final class RiskMap implements View {
  /** Points of the grids, one after the other. */
  private static final int[] GRIDS = {11, 21, 41};

  /** Finest grid of a plane, where every point is a round and every pair a loss. */
  private static final int FINEST_PLANE = 21;

  /** Of larger populations a landscape would take too long to be live. */
  private static final int MOST_INDIVIDUALS = 5_000;

  private final List<Double> path = new ArrayList<>(); // guarded by this
  private final List<double[]> planePath = new ArrayList<>(); // guarded by this
  private Optional<RiskPlane> plane = Optional.empty(); // guarded by this
  private Optional<BlockForecasts> halves = Optional.empty(); // guarded by this
  private Optional<Moment> moment = Optional.empty(); // guarded by this
  private Optional<RiskLandscape> landscape = Optional.empty(); // guarded by this
  private Optional<Dynamics> laws = Optional.empty(); // guarded by this
  private Optional<Moment> finished = Optional.empty(); // guarded by this
  private Runnable changed = () -> {}; // guarded by this
  private boolean closed; // guarded by this

  /** A world and the laws that would play it on. */
  private record Moment(Dynamics dynamics, World world) {}

  /** A map that nobody looks at yet. */
  RiskMap() {
    Thread thread = new Thread(this::work, "risk-landscape");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** Whether the world's Predictor forecasts, so that there is a landscape at all. */
  static boolean isFor(World world) {
    return world.learner().model() instanceof Forecast
        && world.population().size() <= MOST_INDIVIDUALS;
  }

  @Override
  public synchronized void begin(LoadedScenario scenario, World first) {
    path.clear();
    planePath.clear();
    landscape = Optional.empty();
    plane = Optional.empty();
    halves = isFor(first) ? halves(first.network()) : Optional.empty();
    laws = Optional.of(scenario.scenario().dynamics(0, Workers.serial()));
    now(first);
  }

  @Override
  public synchronized void show(Round round) {
    double mean = round.deployment().predictions().mean();
    if (!Double.isNaN(mean)) {
      path.add(mean);
      halves.ifPresent(blocks -> planePath.add(blocks.means(round.deployment().predictions())));
    }
    now(round.after());
  }

  private void now(World world) {
    moment = isFor(world) ? laws.map(dynamics -> new Moment(dynamics, world)) : Optional.empty();
    notifyAll();
  }

  /** Whether the world as it is has a landscape. */
  synchronized boolean isThere() {
    return moment.isPresent();
  }

  /** Who is told when the landscape was drawn finer or anew. */
  synchronized void onChange(Runnable told) {
    changed = told;
  }

  /** Waits until the landscape of the world as it is has been made as fine as it will be. */
  synchronized void settle() {
    try {
      while (!closed && moment.isPresent() && !finished.equals(moment)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is known of the landscape so far. */
  synchronized Optional<RiskLandscape> landscape() {
    return landscape;
  }

  /** What is known of the plane so far; its second parameter is of the better connected. */
  synchronized Optional<RiskPlane> plane() {
    return plane;
  }

  /** Whether some are better connected than others, so that there is a plane. */
  synchronized boolean hasPlane() {
    return halves.isPresent();
  }

  /** The mean forecast of every round so far, in each half. */
  synchronized List<double[]> planePath() {
    return List.copyOf(planePath);
  }

  /** Those with more neighbors than the median are block 1; empty when nobody has. */
  private static Optional<BlockForecasts> halves(Network network) {
    int size = network.size();
    int[] degrees = IntStream.range(0, size).map(network::degree).sorted().toArray();
    int median = degrees[(size - 1) / 2];
    if (degrees[size - 1] == median) {
      return Optional.empty();
    }
    return Optional.of(
        new BlockForecasts(Column.generate(size, i -> network.degree(i) > median ? 1 : 0), 2));
  }

  /** The mean forecast of every round so far. */
  synchronized List<Double> path() {
    return List.copyOf(path);
  }

  /** Stops working. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void work() {
    try {
      for (Optional<Moment> next = await(Optional.empty()); next.isPresent(); next = await(next)) {
        refineOrGiveUp(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next moment to look at; empty when there will be none. */
  private synchronized Optional<Moment> await(Optional<Moment> seen) throws InterruptedException {
    while (!closed && (moment.isEmpty() || moment.equals(seen))) {
      wait();
    }
    return closed ? Optional.empty() : moment;
  }

  /** A counterfactual round may fail where the run does not; then this world has no landscape. */
  private void refineOrGiveUp(Moment looked) {
    try {
      refine(looked);
    } catch (RunFailure failure) {
      finish(looked);
    }
  }

  private void refine(Moment looked) {
    DecoupledPerformativeRisk ofAll =
        risk(looked, BlockForecasts.ofAll(looked.world().population().size()));
    Optional<DecoupledPerformativeRisk> ofHalves =
        halves(looked.world().network()).map(blocks -> risk(looked, blocks));
    for (int points : GRIDS) {
      if (points > GRIDS[0] && !isStill(looked)) {
        return;
      }
      RiskLandscape line = RiskLandscape.of(ofAll, points);
      publish(looked, () -> landscape = Optional.of(line));
      if (points <= FINEST_PLANE && ofHalves.isPresent() && isStill(looked)) {
        RiskPlane made = RiskPlane.of(ofHalves.get(), points);
        publish(looked, () -> plane = Optional.of(made));
      }
    }
    finish(looked);
  }

  private static DecoupledPerformativeRisk risk(Moment looked, BlockForecasts blocks) {
    return new DecoupledPerformativeRisk(
        looked.dynamics().distributionMap(looked.world()), blocks, SquaredLoss.plain(), 1);
  }

  private synchronized void finish(Moment looked) {
    finished = Optional.of(looked);
    notifyAll();
  }

  private synchronized boolean isStill(Moment looked) {
    return !closed && moment.equals(Optional.of(looked));
  }

  private synchronized void publish(Moment looked, Runnable made) {
    boolean sameRun = laws.filter(dynamics -> dynamics == looked.dynamics()).isPresent();
    if (sameRun) {
      made.run();
      changed.run();
    }
  }
}
