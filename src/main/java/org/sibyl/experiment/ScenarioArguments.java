package org.sibyl.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scenario as commands take it: its file, and what the command line sets in it. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ScenarioArguments {
  @Parameters(paramLabel = "SCENARIO", description = "A scenario file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Sets a value of the scenario. Repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Sets the seed.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--rounds", paramLabel = "N", description = "Sets the number of rounds.")
  private Optional<Integer> rounds = Optional.empty();

  /** The scenario file. */
  Path file() {
    return file;
  }

  /** All that is set, as {@code path=value} in the order in which it applies. */
  List<String> overrides() {
    List<String> all = new ArrayList<>(overrides);
    seed.ifPresent(value -> all.add("seed=" + value));
    rounds.ifPresent(value -> all.add("rounds=" + value));
    return all;
  }
}
