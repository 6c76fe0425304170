package org.sibyl.experiment;

import java.io.PrintWriter;
import org.sibyl.experiment.sweep.EngineException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
    name = "sibyl",
    description =
        "A laboratory for performative prediction: models that change the data they predict.",
    mixinStandardHelpOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      GuiCommand.class,
      SweepCommand.class,
      ReportCommand.class,
      ReproduceCommand.class,
      DescribeCommand.class,
      ListCommand.class,
      SchemaCommand.class,
      VersionCommand.class
    },
    footer = {"", "Example:", "  ./sibyl run scenarios/collective-risk/karate.yaml"})
public final class Main {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows where in the program an error arose.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(
        execute(
            new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
            arguments));
  }

  /** Runs a command, writing to these, and returns its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    Main main = new Main();
    CommandLine commandLine =
        new CommandLine(main)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((e, args) -> wrongCommand(e))
            .setExecutionExceptionHandler((e, line, result) -> main.failed(e, line));
    if (arguments.length == 0) {
      commandLine.usage(out);
      return ExitCode.DONE;
    }
    try {
      return commandLine.execute(arguments);
    } catch (StackOverflowError | LinkageError | AssertionError e) {
      return main.failed(new IllegalStateException(e.toString(), e), commandLine);
    } catch (OutOfMemoryError e) {
      return main.failed(
          new OutputException(
              "not enough memory ("
                  + e.getMessage()
                  + "). Choose a smaller population or network, or give Java more with -Xmx.",
              e),
          commandLine);
    }
  }

  private static int wrongCommand(ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong command line"));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See './" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.WRONG_INPUT;
  }

  private int failed(Exception e, CommandLine commandLine) {
    PrintWriter err = commandLine.getErr();
    if (debug) {
      e.printStackTrace(err);
    }
    err.println(e.getMessage() == null ? e.toString() : e.getMessage());
    boolean wrongInput = e instanceof IllegalArgumentException;
    if (!wrongInput && !(e instanceof OutputException) && !(e instanceof EngineException)) {
      err.println("This is a failure of the run or the program; --debug shows where it arose.");
    }
    return wrongInput ? ExitCode.WRONG_INPUT : ExitCode.FAILED;
  }
}
