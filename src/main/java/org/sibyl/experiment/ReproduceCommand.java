package org.sibyl.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.sibyl.experiment.reproduction.Finding;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Reproductions;
import org.sibyl.experiment.reproduction.Verdict;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.scenario.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sibyl reproduce}. */
@Command(
    name = "reproduce",
    description = {
      "Recomputes figures and theorems of the papers and holds them against the published numbers.",
      "Exits with 1 when one is out of its band. './sibyl list reproductions' names them."
    },
    footer = {"", "Example:", "  ./sibyl reproduce games-figure-4"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReproduceCommand implements Callable<Integer> {
  private final UnaryOperator<Workbench> models;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Names of reproductions, or 'all'; all when left out.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also writes all findings to this file.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--full", description = "Takes more time for narrower bands.")
  private boolean full;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "output/reproductions",
      description = "Folder of the CSV files and of index.html. Default: ${DEFAULT-VALUE}.")
  private Path out;

  ReproduceCommand() {
    this(UnaryOperator.identity());
  }

  /** A command that reproduces with other models: tests plant errors. */
  ReproduceCommand(UnaryOperator<Workbench> models) {
    this.models = models;
  }

  @Override
  public Integer call() {
    Set<Reproduction> chosen = chosen();
    Session session = new Session();
    Pace pace = new Pace(chosen.size());
    long begun = System.nanoTime();
    for (Reproduction reproduction : chosen) {
      if (Boolean.getBoolean("sibyl.terminal")) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        spec.commandLine()
            .getErr()
            .println(pace.line(session.done(), reproduction.name(), elapsed));
      }
      session.take(reproduction);
    }
    json.ifPresent(file -> WholeFile.write(file, Text.pretty(session.findings)));
    return session.end();
  }

  /** What one command has come to so far. */
  private final class Session {
    private final PrintWriter stdout = spec.commandLine().getOut();
    private final ReproductionFiles files = new ReproductionFiles(out);
    private final ReproductionsPage page = new ReproductionsPage(files);
    private final ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    private final Set<Reproduction> fresh = new LinkedHashSet<>();
    private final Map<Reproduction, String> skipped = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();

    int done() {
      return fresh.size() + skipped.size();
    }

    /** Runs it, or skips it where its data are absent. */
    void take(Reproduction reproduction) {
      Workbench bench = models.apply(Workbench.sound(full));
      reproduction
          .missing(bench)
          .ifPresentOrElse(missing -> skip(reproduction, missing), () -> run(reproduction, bench));
      page.write(fresh, skipped);
    }

    private void skip(Reproduction reproduction, String missing) {
      stdout.printf(
          Locale.ROOT,
          "%s (%s)%n  skipped: %s%n%n",
          reproduction.name(),
          reproduction.reference(),
          missing);
      stdout.flush();
      skipped.put(reproduction, missing);
      findings.add(head(reproduction).put("skipped", missing));
    }

    private void run(Reproduction reproduction, Workbench bench) {
      long start = System.nanoTime();
      Verdict verdict = reproduction.run(bench);
      double seconds = (System.nanoTime() - start) / 1e9;
      print(stdout, verdict, seconds);
      files.write(verdict);
      fresh.add(reproduction);
      findings.add(json(verdict, seconds));
      if (!verdict.reproduced()) {
        failed.add(reproduction.name());
      }
    }

    /** Sums up; the exit code. */
    int end() {
      stdout.printf(
          Locale.ROOT,
          "%d of %d reproduced%s%s; numbers in %s%n",
          fresh.size() - failed.size(),
          done(),
          skipped.isEmpty() ? "" : ", " + skipped.size() + " skipped",
          failed.isEmpty() ? "" : ", out of band: " + String.join(", ", failed),
          out);
      stdout.println("report: " + page.file());
      stdout.flush();
      return failed.isEmpty() ? ExitCode.DONE : ExitCode.OUT_OF_BAND;
    }
  }

  private Set<Reproduction> chosen() {
    if (names.isEmpty() || names.contains("all")) {
      return new LinkedHashSet<>(Reproductions.ALL);
    }
    Set<Reproduction> chosen = new LinkedHashSet<>();
    for (String name : names) {
      chosen.add(
          Reproductions.named(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          Names.unknown("reproduction ", name, Reproductions.names()))));
    }
    return chosen;
  }

  private static void print(PrintWriter stdout, Verdict verdict, double seconds) {
    Reproduction reproduction = verdict.reproduction();
    stdout.println(reproduction.name() + " (" + reproduction.reference() + ")");
    stdout.println("  " + reproduction.statement());
    int width =
        verdict.findings().stream()
            .mapToInt(finding -> finding.expected().quantity().length())
            .max()
            .orElse(0);
    String line = "  %-" + Math.max(width, 8) + "s %12s %12s %10s  %s%n";
    stdout.printf(Locale.ROOT, line, "", "expected", "measured", "band", "");
    for (Finding finding : verdict.findings()) {
      stdout.printf(
          Locale.ROOT,
          line,
          finding.expected().quantity(),
          shortly(finding.expected().value()),
          shortly(finding.measured().value()),
          finding.band() == 0 ? "exact" : shortly(finding.band()),
          finding.inBand() ? "ok" : "OUT OF BAND");
    }
    stdout.printf(
        Locale.ROOT,
        "  %s: %d of %d in band, %.1f s%n%n",
        reproduction.name(),
        verdict.agreeing(),
        verdict.findings().size(),
        seconds);
    stdout.flush();
  }

  private static String shortly(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return Math.abs(value) < 1e-3
        ? String.format(Locale.ROOT, "%.1e", value)
        : String.format(Locale.ROOT, "%.6f", value);
  }

  private static ObjectNode head(Reproduction reproduction) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", reproduction.name())
        .put("reference", reproduction.reference())
        .put("statement", reproduction.statement());
  }

  private static ObjectNode json(Verdict verdict, double seconds) {
    ObjectNode node = head(verdict.reproduction());
    node.put("reproduced", verdict.reproduced());
    node.put("seconds", seconds);
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : verdict.findings()) {
      findings
          .addObject()
          .put("quantity", finding.expected().quantity())
          .put("expected", finding.expected().value())
          .put("measured", finding.measured().value())
          .put("band", finding.band())
          .put("in-band", finding.inBand())
          .put("source", finding.expected().source());
    }
    return node;
  }
}
