package org.sibyl.experiment;

import java.util.Optional;
import java.util.function.Consumer;
import org.sibyl.learning.Learner;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.Stop;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.RoundObserver;
import org.sibyl.simulation.RunFailure;
import org.sibyl.simulation.Simulation;
import org.sibyl.simulation.World;

/** One replicate of a scenario, played on MASON's schedule from its first round to its end. */
public final class Trial {
  private Trial() {}

  /**
   * Plays a replicate.
   *
   * @param loaded the scenario
   * @param replicate its number, from 0
   * @param workers threads; they do not change results
   * @param observer told of every round
   */
  public static Ending play(
      LoadedScenario loaded, int replicate, Workers workers, RoundObserver observer) {
    return play(loaded, replicate, workers, observer, product -> {});
  }

  /**
   * The same.
   *
   * @param heir given what the learner leaves in the end, should it leave something, also when it
   *     diverged
   */
  static Ending play(
      LoadedScenario loaded,
      int replicate,
      Workers workers,
      RoundObserver observer,
      Consumer<Record> heir) {
    Scenario scenario = loaded.scenario();
    Dynamics dynamics = scenario.dynamics(replicate, workers);
    World first = loaded.world(replicate);
    Simulation simulation = new Simulation(dynamics, first);
    simulation.observe(observer);
    simulation.start();
    Recurrence recurrence = new Recurrence(dynamics, first);
    try {
      Ending ending = ending(scenario, simulation, recurrence);
      Learner learner = simulation.world().learner();
      learner.product().ifPresent(heir);
      return ending.with(learner.notes());
    } finally {
      simulation.finish();
    }
  }

  private static Ending ending(Scenario scenario, Simulation simulation, Recurrence recurrence) {
    try {
      return play(scenario, simulation, recurrence);
    } catch (RunFailure failure) {
      return Ending.diverged(simulation.world().round() - 1, String.valueOf(failure.getMessage()));
    }
  }

  private static Ending play(Scenario scenario, Simulation simulation, Recurrence recurrence) {
    for (int round = 1; round <= scenario.rounds(); round++) {
      var played = simulation.playRound();
      Optional<Ending> ending =
          scenario.stopping() == Stop.STABLE ? recurrence.after(played) : Optional.empty();
      if (ending.isPresent()) {
        return ending.get();
      }
    }
    return Ending.horizon(scenario);
  }
}
