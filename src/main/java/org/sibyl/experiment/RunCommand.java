package org.sibyl.experiment;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sibyl run}. */
@Command(
    name = "run",
    description = "Runs a scenario and records it in a folder.",
    footer = {
      "",
      "Example:",
      "  ./sibyl run scenarios/collective-risk/karate.yaml --set outcome.group-threshold=0.4"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ScenarioArguments arguments;

  @Option(names = "--replicates", paramLabel = "N", description = "Sets the repetitions.")
  private Optional<Integer> replicates = Optional.empty();

  @Option(
      names = "--replicate",
      paramLabel = "K",
      description = "Plays only this repetition, counted from 0, as a failed trial of a sweep.")
  private Optional<Integer> replicate = Optional.empty();

  @Option(names = "--agents", description = "Also records every individual in every round.")
  private boolean agents;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads for the individuals' responses; results do not depend on it.")
  private int threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Records in exactly this folder. Default: output/<name>/<time>.")
  private Path out;

  @Option(names = "--quiet", description = "Prints nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() {
    LoadedScenario loaded = ScenarioReader.read(arguments.file(), allOverrides());
    Scenario scenario = loaded.scenario();
    if (!quiet) {
      scenario.warnings().forEach(this::warn);
    }
    Workers workers = new Workers(Check.atLeast("--threads", threads, 1));
    Path folder = out == null ? newFolder(scenario.name()) : out;
    try (Progress progress =
        Progress.of(scenario, only().isPresent() ? 1 : scenario.replicates(), quiet)) {
      Run.Result result = new Run(loaded, only(), workers, agents, progress::step).into(folder);
      progress.close();
      if (!quiet) {
        print(result);
      }
      if (result.diverged()) {
        printFailures(result, scenario.seed());
        return ExitCode.FAILED;
      }
      return ExitCode.DONE;
    }
  }

  private OptionalInt only() {
    return replicate
        .map(k -> OptionalInt.of(Check.atLeast("--replicate", k, 0)))
        .orElseGet(OptionalInt::empty);
  }

  private void warn(String text) {
    spec.commandLine().getErr().println("warning: " + arguments.file() + ": " + text);
  }

  private List<String> allOverrides() {
    List<String> all = arguments.overrides();
    replicates.ifPresent(value -> all.add("replicates=" + value));
    return all;
  }

  private static Path newFolder(String name) {
    String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    Path parent = Path.of("output", Text.slug(name));
    Path folder = parent.resolve(time);
    for (int k = 2; Files.exists(folder); k++) {
      folder = parent.resolve(time + "-" + k);
    }
    return folder;
  }

  private void print(Run.Result result) {
    PrintWriter stdout = spec.commandLine().getOut();
    for (int k = 0; k < result.endings().size(); k++) {
      Ending ending = result.endings().get(k);
      stdout.printf(Locale.ROOT, "replicate %d: %s%n", result.first() + k, words(ending));
      ending.notes().forEach(note -> stdout.println("  " + note));
      result
          .products()
          .get(k)
          .ifPresent(
              file -> stdout.println("  predictor: " + shown(result.folder().resolve(file))));
      for (Extremes metric : result.summaries().get(k)) {
        stdout.printf(
            Locale.ROOT,
            "  %-16s first %9s   last %9s   mean %9s%n",
            metric.name(),
            shortly(metric.first()),
            shortly(metric.last()),
            shortly(metric.mean()));
      }
    }
    stdout.println("report: " + shown(result.folder().resolve("report.html")));
    stdout.flush();
  }

  /** What went wrong, and of several replicates in which. */
  private void printFailures(Run.Result result, long seed) {
    for (int k = 0; k < result.endings().size(); k++) {
      String message = result.endings().get(k).message();
      if (!message.isEmpty()) {
        boolean isOnly = result.endings().size() == 1;
        String place = isOnly ? "" : "replicate " + (result.first() + k) + ", seed " + seed + ": ";
        spec.commandLine().getErr().println(place + message);
      }
    }
  }

  private static String words(Ending ending) {
    String rounds = ending.rounds() + (ending.rounds() == 1 ? " round" : " rounds");
    return switch (ending.kind()) {
      case STABLE -> "stable after " + rounds;
      case CYCLE ->
          "a cycle of length "
              + ending.cycleLength()
              + " found after "
              + rounds
              + " (it begins after "
              + ending.prePeriod()
              + ")";
      case HORIZON -> "played all " + rounds;
      case DIVERGED -> "diverged after " + rounds;
    };
  }

  private static String shortly(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static Path shown(Path absolute) {
    Path here = Path.of("").toAbsolutePath();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }
}
