package org.sibyl.experiment.sweep;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sibyl.experiment.Ending;
import org.sibyl.experiment.Trial;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.Readings;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;

/**
 * Runs the trials of a sweep, on any number of threads. It keeps the scenarios of the cells it saw
 * last: replicates of a cell come one after the other.
 */
public final class TrialRunner {
  private static final int KEPT = 64;

  private final SweepSource sweep;
  private @Nullable LoadedScenario base; // guarded by kept
  private final Map<Long, LoadedScenario> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LoadedScenario> eldest) {
          return size() > KEPT;
        }
      };

  /** A runner for a sweep whose files are where it says. */
  public TrialRunner(SweepSource sweep) {
    this.sweep = sweep;
  }

  /** Runs a trial; what it throws becomes a failed result. */
  public TrialResult run(TrialTask task) {
    try {
      return played(task);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      return new TrialResult(
          task.cell(),
          task.replicate(),
          task.key(),
          "failed",
          message.replaceAll("\\s+", " "),
          0,
          0,
          0,
          new double[0]);
    }
  }

  private TrialResult played(TrialTask task) {
    LoadedScenario loaded = scenario(task);
    List<Metric> metrics = loaded.scenario().metrics();
    Readings readings = new Readings(metrics);
    Values values = new Values();
    Ending ending =
        Trial.play(
            loaded, task.replicate(), Workers.serial(), round -> values.add(readings.after(round)));
    return new TrialResult(
        task.cell(),
        task.replicate(),
        task.key(),
        ending.kind().name().toLowerCase(Locale.ROOT),
        ending.message().replaceAll("\\s+", " "),
        values.count() / metrics.size(),
        ending.cycleLength(),
        metrics.size(),
        values.toArray());
  }

  private LoadedScenario scenario(TrialTask task) {
    synchronized (kept) {
      LoadedScenario known = kept.get(task.cell());
      if (known != null) {
        return known;
      }
    }
    LoadedScenario cell = base().with(task.settings());
    synchronized (kept) {
      kept.put(task.cell(), cell);
    }
    return cell;
  }

  /** Read by the first trial: what is wrong with it is then said by every trial. */
  private LoadedScenario base() {
    synchronized (kept) {
      if (base == null) {
        base =
            ScenarioReader.parse(
                    sweep.name(), sweep.text(), Path.of(sweep.folder()), sweep.overrides())
                .alone();
      }
      return base;
    }
  }

  /** Numbers, as many as come. */
  private static final class Values {
    private double[] numbers = new double[64];
    private int count;

    void add(double... more) {
      for (double value : more) {
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = value;
      }
    }

    int count() {
      return count;
    }

    double[] toArray() {
      return Arrays.copyOf(numbers, count);
    }
  }
}
