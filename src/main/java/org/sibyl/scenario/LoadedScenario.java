package org.sibyl.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.numeric.InputFileException;
import org.sibyl.population.PreparedSources;
import org.sibyl.simulation.World;

/** A scenario together with where its values were written, for errors that show up later. */
public final class LoadedScenario {
  private final Scenario scenario;
  private final Node tree;
  private final Path folder;

  private final PreparedSources sources;

  private LoadedScenario(Scenario scenario, Node tree, Path folder, PreparedSources sources) {
    this.scenario = scenario;
    this.tree = tree;
    this.folder = folder;
    this.sources = sources;
  }

  /** Binds a tree; files it names are looked for in the folder. */
  static LoadedScenario bind(Node tree, Path folder) {
    return bind(tree, folder, new PreparedSources());
  }

  private static LoadedScenario bind(Node tree, Path folder, PreparedSources sources) {
    return new LoadedScenario(new Binder(folder, sources).scenario(tree), tree, folder, sources);
  }

  /** What it was bound from: a mapping, since a scenario is one. */
  Node.Mapping tree() {
    return (Node.Mapping) tree;
  }

  /** The same scenario from a changed tree. */
  LoadedScenario rebound(Node changed) {
    return bind(changed, folder, sources); // a variant reads no file again
  }

  /** The same scenario without its sweep. */
  public LoadedScenario alone() {
    return rebound(tree().without("sweep"));
  }

  /**
   * The same scenario with values set.
   *
   * @param overrides {@code path=value}, applied in order
   * @throws ScenarioException when the result is not valid
   */
  public LoadedScenario with(List<String> overrides) {
    return rebound(Overrides.apply(tree, overrides));
  }

  /** All its values, defaults written out, in the order of the file; a sweep is left out. */
  public List<ScenarioValue> values() {
    return ScenarioValues.of(resolved().alone(), folder.normalize());
  }

  /**
   * A copy with one of its {@linkplain #values() values} changed.
   *
   * @param path the value's path
   * @param yaml what to write there
   * @throws ScenarioException when the result is not valid
   */
  public LoadedScenario edited(String path, String yaml) {
    List<String> overrides = new ArrayList<>();
    for (ScenarioValue value : values()) {
      // A section that the file leaves to its defaults must be there before one of its keys is set.
      if (path.startsWith(value.path() + ".") && !isWritten(value.path())) {
        overrides.add(value.path() + "=" + value.yaml());
      }
    }
    overrides.add(path + "=" + yaml);
    LoadedScenario changed = resized(with(overrides), path);
    changed.world(0); // parts that do not fit each other show only now
    return changed;
  }

  /**
   * Networks that know their size and those that are told it can take each other's place: nobody
   * should have to edit two values at once.
   */
  private LoadedScenario resized(LoadedScenario changed, String path) {
    OptionalInt fixed = changed.scenario.network().fixedSize();
    OptionalInt given = changed.scenario.population().size();
    if (fixed.isEmpty() && given.isEmpty()) {
      return changed.with(List.of("population.size=" + placed(() -> scenario.size(sources))));
    }
    boolean another = path.equals("network") || path.startsWith("network.");
    return another && fixed.isPresent() && given.isPresent()
        ? changed.with(List.of("population.size=" + fixed.getAsInt()))
        : changed;
  }

  private boolean isWritten(String path) {
    Optional<Node> node = Optional.of(tree);
    for (String step : path.split("\\.")) {
      node = node.flatMap(above -> above.member(step));
    }
    return node.isPresent();
  }

  /** The folder that its files are relative to. */
  public Path folder() {
    return folder;
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
    return placed(() -> scenario.resolved(sources));
  }

  /**
   * A replicate's world before round 1.
   *
   * @throws ScenarioException when parts do not fit each other, with the place
   */
  public World world(int replicate) {
    return placed(() -> scenario.world(replicate, sources));
  }

  private <T> T placed(java.util.function.Supplier<T> made) {
    try {
      return made.get();
    } catch (Scenario.Misfit misfit) {
      if (misfit.getCause() instanceof InputFileException wrongFile) {
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
