package org.sibyl.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Reproductions;
import org.sibyl.numeric.About;
import org.sibyl.scenario.Catalog;
import org.sibyl.scenario.Kind;
import org.sibyl.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sibyl list}. */
@Command(
    name = "list",
    description =
        "Lists the components that scenarios can name, the scenarios, or the reproductions.",
    footer = {"", "Example:", "  ./sibyl list components"})
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class ListCommand implements Callable<Integer> {
  /** What can be listed, spelt as on the command line. */
  @SuppressWarnings("MemberName")
  enum Listed {
    components,
    scenarios,
    reproductions
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description = "${COMPLETION-CANDIDATES}; all when left out.")
  private Listed what;

  @Override
  public Integer call() throws IOException {
    PrintWriter stdout = spec.commandLine().getOut();
    if (what == null || what == Listed.components) {
      Catalog.KINDS.forEach(kind -> components(stdout, kind));
    }
    if (what == null || what == Listed.scenarios) {
      scenarios(stdout);
    }
    if (what == null || what == Listed.reproductions) {
      reproductions(stdout);
    }
    stdout.flush();
    return ExitCode.DONE;
  }

  private static void components(PrintWriter stdout, Kind<?> kind) {
    stdout.println(kind.name() + ":");
    kind.entries()
        .forEach(
            (name, type) -> {
              About about = type.getAnnotation(About.class);
              stdout.printf(Locale.ROOT, "  %-28s %s%n", name, about == null ? "" : about.value());
            });
  }

  private static void reproductions(PrintWriter stdout) {
    stdout.println("reproductions:");
    for (Reproduction reproduction : Reproductions.ALL) {
      stdout.printf(Locale.ROOT, "  %-28s %s%n", reproduction.name(), reproduction.reference());
    }
  }

  private static void scenarios(PrintWriter stdout) throws IOException {
    Path home = Path.of(System.getProperty("sibyl.home", "")).resolve("scenarios");
    if (!Files.isDirectory(home)) {
      throw new IllegalArgumentException(
          home + ": there is no such folder. Start sibyl from the folder that holds scenarios/.");
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(home)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    stdout.println("scenarios:");
    for (Path file : files) {
      stdout.printf(
          Locale.ROOT, "  %-48s %s%n", "scenarios/" + home.relativize(file), reference(file));
    }
  }

  /** A broken scenario must not hide the others. */
  private static String reference(Path file) {
    try {
      return ScenarioReader.read(file, List.of()).scenario().reference();
    } catch (IllegalArgumentException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }
}
