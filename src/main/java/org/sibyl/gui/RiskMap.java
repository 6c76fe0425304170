package org.sibyl.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.metrics.RiskLandscape;
import org.sibyl.metrics.RiskPlane;
import org.sibyl.numeric.Workers;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.Task;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.RunFailure;
import org.sibyl.simulation.World;

/**
 * The risk of the world as it is now: the decoupled landscape of models named by one number, the
 * plane of models named by two, and the learner's path through both. The numbers are forecasts for
 * everyone or for each half of the network, or a task's parameters. The maps are made by
 * counterfactual rounds beside the run, which they do not disturb: coarse at once, finer while
 * nothing new happens.
 */
final class RiskMap implements View {
  /** Points of the grids, one after the other. */
  private static final int[] GRIDS = {11, 21, 41};

  /** Finest grid of a plane, where every point is a round and every pair a loss. */
  private static final int FINEST_PLANE = 21;

  private final List<double[]> path = new ArrayList<>(); // guarded by this
  private final List<double[]> planePath = new ArrayList<>(); // guarded by this
  private Optional<RiskPlane> plane = Optional.empty(); // guarded by this
  private Optional<MappedModels> models = Optional.empty(); // guarded by this
  private Optional<Moment> moment = Optional.empty(); // guarded by this
  private Optional<RiskLandscape> landscape = Optional.empty(); // guarded by this
  private Optional<Task> task = Optional.empty(); // guarded by this
  private Optional<Dynamics> laws = Optional.empty(); // guarded by this
  private Optional<Moment> finished = Optional.empty(); // guarded by this
  private Runnable changed = () -> {}; // guarded by this
  private boolean closed; // guarded by this

  /** A world, the laws that would play it on, and the models that would be deployed there. */
  private record Moment(Dynamics dynamics, World world, MappedModels models) {
    DistributionMap map() {
      return dynamics.distributionMap(world);
    }
  }

  /** A map that nobody looks at yet. */
  RiskMap() {
    Thread thread = new Thread(this::work, "risk-landscape");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  @Override
  public synchronized void begin(LoadedScenario scenario, World first) {
    path.clear();
    planePath.clear();
    landscape = Optional.empty();
    plane = Optional.empty();
    task = scenario.scenario().task();
    laws = Optional.of(scenario.scenario().dynamics(0, Workers.serial()));
    now(first);
  }

  @Override
  public synchronized void show(Round round) {
    models.flatMap(known -> known.onLine(round)).ifPresent(path::add);
    models.flatMap(known -> known.onPlane(round)).ifPresent(planePath::add);
    now(round.after());
  }

  private void now(World world) {
    models = MappedModels.of(world, task, planePath.isEmpty() ? path : planePath);
    moment = laws.flatMap(dynamics -> models.map(known -> new Moment(dynamics, world, known)));
    notifyAll();
  }

  /** The models of the world as it is; empty when it has no map. */
  synchronized Optional<MappedModels> models() {
    return models;
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

  /** What is known of the plane so far; of forecasts, the second is of the better connected. */
  synchronized Optional<RiskPlane> plane() {
    return plane;
  }

  /** The two numbers of what every round so far deployed. */
  synchronized List<double[]> planePath() {
    return List.copyOf(planePath);
  }

  /** The number of what every round so far deployed: the mean forecast, or theta. */
  synchronized List<Double> path() {
    return path.stream().map(at -> at[0]).toList();
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
    Optional<DecoupledPerformativeRisk> ofOne = looked.models().line(looked.map());
    Optional<DecoupledPerformativeRisk> ofTwo = looked.models().plane(looked.map());
    for (int points : GRIDS) {
      if (points > GRIDS[0] && !isStill(looked)) {
        return;
      }
      if (ofOne.isPresent()) {
        RiskLandscape line = RiskLandscape.of(ofOne.get(), points);
        publish(looked, () -> landscape = Optional.of(line));
      }
      if (points <= FINEST_PLANE && ofTwo.isPresent() && isStill(looked)) {
        RiskPlane made = RiskPlane.of(ofTwo.get(), points);
        publish(looked, () -> plane = Optional.of(made));
      }
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

  private synchronized void publish(Moment looked, Runnable made) {
    boolean sameRun = laws.filter(dynamics -> dynamics == looked.dynamics()).isPresent();
    if (sameRun) {
      made.run();
      changed.run();
    }
  }
}
