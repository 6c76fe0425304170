package org.sibyl.experiment;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sibyl version}. */
@Command(
    name = "version",
    description = "Says which Sibyl and which Java this is.",
    footer = {"", "Example:", "  ./sibyl version"})
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Version version = Version.current();
    spec.commandLine()
        .getOut()
        .println(
            "sibyl "
                + version.number()
                + " (commit "
                + version.commit()
                + "), Java "
                + System.getProperty("java.version"));
    return ExitCode.DONE;
  }
}
