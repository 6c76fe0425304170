package org.sibyl.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sibyl.scenario.Description;
import org.sibyl.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sibyl describe}. */
@Command(
    name = "describe",
    description = "Says what a scenario is, as an ODD page in Markdown.",
    footer = {"", "Example:", "  ./sibyl describe scenarios/collective-risk/karate.yaml"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DescribeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "A scenario file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Sets a value of the scenario. Repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Override
  public Integer call() {
    String page = Description.odd(ScenarioReader.read(file, overrides).resolved());
    spec.commandLine().getOut().print(page);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
