package org.sibyl.experiment;

import java.util.concurrent.Callable;
import org.sibyl.scenario.Description;
import org.sibyl.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sibyl describe}. */
@Command(
    name = "describe",
    description = "Says what a scenario is, as an ODD page in Markdown.",
    footer = {"", "Example:", "  ./sibyl describe scenarios/collective-risk/karate.yaml"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DescribeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ScenarioArguments scenario;

  @Override
  public Integer call() {
    String page =
        Description.odd(ScenarioReader.read(scenario.file(), scenario.overrides()).resolved());
    spec.commandLine().getOut().print(page);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
