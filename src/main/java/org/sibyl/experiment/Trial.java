package org.sibyl.experiment;

import java.util.Optional;
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
    Scenario scenario = loaded.scenario();
    Dynamics dynamics = scenario.dynamics(replicate, workers);
    World first = loaded.world(replicate);
    Simulation simulation = new Simulation(dynamics, first);
    simulation.observe(observer);
    simulation.start();
    Recurrence recurrence = new Recurrence(dynamics, first);
    try {
      Ending ending = play(scenario, simulation, recurrence);
      return ending.with(simulation.world().learner().notes());
    } catch (RunFailure failure) {
      return Ending.diverged(simulation.world().round() - 1, String.valueOf(failure.getMessage()));
    } finally {
      simulation.finish();
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
