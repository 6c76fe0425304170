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

  /** Follows the path, and the key that the message begins with, as far as they were written. */
  private ScenarioException explained(Scenario.Misfit misfit) {
    String message = String.valueOf(misfit.getMessage());
    String key = message.contains(":") ? message.substring(0, message.indexOf(':')) : "";
    Node node = tree;
    StringBuilder path = new StringBuilder();
    for (String step : (misfit.path() + "." + key).split("\\.")) {
      if (!(node instanceof Node.Mapping mapping) || !mapping.members().containsKey(step)) {
        break;
      }
      node = mapping.members().get(step);
      path.append(path.isEmpty() ? "" : ".").append(step);
    }
    boolean keyIsInPath = path.toString().endsWith("." + key) && !key.isEmpty();
    return new ScenarioException(
        node.place(),
        path.isEmpty() ? misfit.path() : keyIsInPath ? path.toString() : misfit.path(),
        keyIsInPath ? message.substring(key.length() + 1).strip() : message);
  }
}
