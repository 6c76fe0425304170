package org.sibyl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.Callable;
import org.sibyl.scenario.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sibyl schema}. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of a scenario, for editors.",
    footer = {"", "Example:", "  ./sibyl schema > scenario.schema.json"})
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    spec.commandLine().getOut().println(Text.PRETTY_JSON.writeValueAsString(Schema.scenario()));
    return ExitCode.DONE;
  }
}
