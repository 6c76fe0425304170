package org.sibyl.scenario;

import org.sibyl.network.NetworkFileException;
import org.sibyl.simulation.World;

/** A scenario together with where its values were written, for errors that show up later. */
public final class LoadedScenario {
  private final Scenario scenario;
  private final Node tree;

  LoadedScenario(Scenario scenario, Node tree) {
    this.scenario = scenario;
    this.tree = tree;
  }

  /** The scenario. */
  public Scenario scenario() {
    return scenario;
  }

  /**
   * The scenario with nothing left to defaults.
   *
   * @throws ScenarioException when the size of the population cannot be told
   */
  public Scenario resolved() {
    return placed(scenario::resolved);
  }

  /**
   * A replicate's world before round 1.
   *
   * @throws ScenarioException when parts do not fit each other, with the place
   */
  public World world(int replicate) {
    return placed(() -> scenario.world(replicate));
  }

  private <T> T placed(java.util.function.Supplier<T> made) {
    try {
      return made.get();
    } catch (Scenario.Misfit misfit) {
      if (misfit.getCause() instanceof NetworkFileException wrongFile) {
        throw wrongFile; // its message begins with the file and line that are wrong
      }
      throw explained(misfit);
    }
  }

  /** Follows the path as far as it was written. */
  private ScenarioException explained(Scenario.Misfit misfit) {
    Node node = tree;
    for (String step : misfit.path().split("\\.")) {
      Node below = node.member(step).orElse(null);
      if (below == null) {
        break;
      }
      node = below;
    }
    return ScenarioException.reportedBy(node, misfit.path(), String.valueOf(misfit.getMessage()));
  }
}
