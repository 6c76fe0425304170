package org.sibyl.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.metrics.RiskLandscape;
import org.sibyl.prediction.ConstantForecasts;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * The decoupled risk landscape of the world as it is now, for forecasts that tell everyone the
 * same, and the path of the learner's mean forecast through it. It is made by counterfactual rounds
 * beside the run, which they do not disturb: coarse at once, finer while nothing new happens.
 */
final class RiskMap implements View {
  /** Points of the grids, one after the other. */
  private static final int[] GRIDS = {11, 21, 41};

  /** Of larger populations a landscape would take too long to be live. */
  private static final int MOST_INDIVIDUALS = 20_000;

  private final List<Double> path = new ArrayList<>(); // guarded by this
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
    landscape = Optional.empty();
    laws = Optional.of(scenario.scenario().dynamics(0, org.sibyl.numeric.Workers.serial()));
    now(first);
  }

  @Override
  public synchronized void show(Round round) {
    double mean = round.deployment().predictions().mean();
    if (!Double.isNaN(mean)) {
      path.add(mean);
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
        refine(next.get());
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

  private void refine(Moment looked) {
    DecoupledPerformativeRisk risk =
        new DecoupledPerformativeRisk(
            looked.dynamics().distributionMap(looked.world()),
            new ConstantForecasts(looked.world().population().size()),
            new SquaredLoss(),
            1);
    for (int points : GRIDS) {
      if (points > GRIDS[0] && !isStill(looked)) {
        return;
      }
      publish(looked, RiskLandscape.of(risk, points));
    }
    finish(looked);
  }

  private synchronized void finish(Moment looked) {
    finished = Optional.of(looked);
    notifyAll();
  }

  private synchronized boolean isStill(Moment looked) {
    return !closed && moment.equals(Optional.of(looked));
  }

  private synchronized void publish(Moment looked, RiskLandscape made) {
    boolean sameRun = laws.filter(dynamics -> dynamics == looked.dynamics()).isPresent();
    if (sameRun) {
      landscape = Optional.of(made);
      changed.run();
    }
  }
}
