package org.sibyl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sibyl.experiment.OutputException;
import org.sibyl.experiment.Provenance;
import org.sibyl.experiment.Text;
import org.sibyl.experiment.WholeFile;
import org.sibyl.metrics.Metric;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.SweepPlan;

/** What is written of a sweep besides its journal: tables, sensitivities, provenance, report. */
public final class SweepOutput {
  private static final String OWN_VALUES = "own-values";
  private static final String TRIALS = "trials";
  private static final String SECONDS = "wall-seconds";
  private static final String REPORT = "report.html";

  private final SweepFolder folder;
  private final SweepPlan plan;
  private final SweepOrigin origin;
  private List<String> sensitivities = List.of();

  /** The output of a sweep into its folder. */
  public SweepOutput(SweepFolder folder, SweepPlan plan, SweepOrigin origin) {
    this.folder = folder;
    this.plan = plan;
    this.origin = origin;
  }

  /**
   * The output of a sweep that was begun, as its own folder tells it.
   *
   * @throws IllegalArgumentException when what the folder says cannot be read
   */
  public static SweepOutput ofBegun(SweepFolder folder) {
    LoadedScenario base = ScenarioReader.read(folder.path().resolve(SweepFolder.SWEEP), List.of());
    JsonNode provenance = provenance(folder.path());
    Map<String, String> own = new LinkedHashMap<>();
    provenance
        .path(OWN_VALUES)
        .properties()
        .forEach(each -> own.put(each.getKey(), each.getValue().asText()));
    return new SweepOutput(
        folder, SweepPlan.ofRecorded(base, own), SweepOrigin.recorded(provenance));
  }

  private static JsonNode provenance(Path folder) {
    Path file = folder.resolve(Provenance.FILE);
    try {
      return Files.exists(file)
          ? Text.json(Files.readString(file))
          : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    } catch (IOException e) {
      throw new OutputException(file + ": cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** Writes where the sweep comes from, before the first trial; later sessions keep that. */
  public void begin() {
    if (!Files.exists(folder.path().resolve(Provenance.FILE))) {
      write(described(0, 0));
    }
  }

  /** Whether everything that is written at the end is there and tells of all that is done. */
  public boolean isComplete() {
    return Stream.concat(SweepFiles.NAMES.stream(), Stream.of(REPORT))
            .allMatch(name -> Files.isRegularFile(folder.path().resolve(name)))
        && provenance(folder.path()).path(TRIALS).asLong(-1) == folder.journal().entries().size();
  }

  private ObjectNode described(long failed, double seconds) {
    ObjectNode provenance =
        Provenance.of(
            text(folder.path().resolve(SweepFolder.SWEEP)), plan.base().scenario().seed(), seconds);
    origin.record(provenance);
    ObjectNode own = provenance.putObject(OWN_VALUES);
    plan.ownValues().forEach(own::put);
    provenance.put(TRIALS, folder.journal().entries().size());
    provenance.put("failed", failed);
    return provenance;
  }

  private void write(ObjectNode provenance) {
    WholeFile.write(folder.path().resolve(Provenance.FILE), Text.pretty(provenance));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OutputException(file + ": cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /**
   * Writes everything from what is in the journal, and the provenance.
   *
   * @param seconds how long the session took; those of earlier sessions that ended are added
   */
  public void finish(double seconds) {
    long failed =
        folder.journal().entries().stream()
            .filter(entry -> TrialResult.isFailure(entry.ended()))
            .count();
    double before = provenance(folder.path()).path(SECONDS).asDouble(0);
    tables();
    ObjectNode provenance = described(failed, before + seconds);
    report(provenance);
    write(provenance); // last: it says of how many trials the others tell
  }

  /** Writes tables and report again; the provenance stays. */
  public void rebuild() {
    tables();
    report(provenance(folder.path()));
  }

  /** The sensitivities that were written last, in words; none by most designs. */
  public List<String> sensitivities() {
    return sensitivities;
  }

  /** The first failed trials, each as a line with what went wrong and one that plays it alone. */
  public List<String> failures(int most) {
    SweepTables tables = planned();
    return folder.journal().entries().stream()
        .filter(entry -> TrialResult.isFailure(entry.ended()))
        .sorted(JournalEntry.BY_TRIAL)
        .limit(most)
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "cell %d, replicate %d %s: %s%n  %s",
                    entry.cell(),
                    entry.replicate(),
                    entry.ended(),
                    folder.journal().read(entry).message(),
                    tables.cells().replay(entry.cell(), entry.replicate())))
        .toList();
  }

  private void tables() {
    SweepFiles.write(folder.path(), folder.journal(), planned());
    sensitivities = SweepSensitivity.write(folder.path(), plan);
  }

  private void report(JsonNode provenance) {
    WholeFile.write(folder.path().resolve(REPORT), SweepReport.of(folder.path(), plan, provenance));
  }

  private SweepTables planned() {
    int seeds = plan.paths().indexOf("seed");
    return new SweepTables(
        plan.paths(),
        new SweepTables.Cells() {
          @Override
          public List<String> values(long cell) {
            return plan.values(cell);
          }

          @Override
          public long seed(long cell) {
            return seeds < 0
                ? plan.base().scenario().seed()
                : Long.parseLong(plan.values(cell).get(seeds));
          }

          @Override
          public String replay(long cell, int replicate) {
            return origin.replay(plan.settings(cell), replicate);
          }
        },
        plan.base().scenario().metrics().stream().map(SweepOutput::column).toList());
  }

  private static MetricColumn column(Metric metric) {
    return new MetricColumn(metric.name(), metric.unit(), metric.range().toString());
  }
}
