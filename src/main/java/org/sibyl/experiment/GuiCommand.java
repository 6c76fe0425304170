package org.sibyl.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.sibyl.numeric.Check;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.ScenarioViewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sibyl gui}. */
@Command(
    name = "gui",
    description = "Opens a scenario in windows: network, charts, inspectors, every value editable.",
    footer = {"", "Example:", "  ./sibyl gui scenarios/collective-risk/karate.yaml"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class GuiCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "A scenario file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Sets a value of the scenario. Repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Sets the seed.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--shoot",
      paramLabel = "FILE",
      description = "Plays, saves a picture of the windows (PNG) and exits.")
  private Optional<Path> picture = Optional.empty();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds to play before the picture. Default: the scenario's.")
  private Optional<Integer> rounds = Optional.empty();

  @Override
  public Integer call() {
    List<String> all = new ArrayList<>(overrides);
    seed.ifPresent(value -> all.add("seed=" + value));
    LoadedScenario loaded = ScenarioReader.read(file, all).alone();
    loaded
        .scenario()
        .warnings()
        .forEach(text -> spec.commandLine().getErr().println("warning: " + file + ": " + text));
    ScenarioViewer viewer = ServiceLoader.load(ScenarioViewer.class).findFirst().orElseThrow();
    if (picture.isPresent()) {
      shoot(viewer, loaded, picture.get());
    } else {
      viewer.open(loaded);
    }
    return ExitCode.DONE;
  }

  private void shoot(ScenarioViewer viewer, LoadedScenario loaded, Path to) {
    int most = loaded.scenario().rounds();
    int played = rounds.map(n -> Check.atLeast("--rounds", n, 1)).orElse(most);
    try {
      viewer.shoot(loaded, Math.min(played, most), to);
    } catch (IOException e) {
      throw new OutputException(to + ": cannot be written (" + e.getMessage() + ").", e);
    }
    spec.commandLine().getOut().println("picture: " + to);
    spec.commandLine().getOut().flush();
  }
}
