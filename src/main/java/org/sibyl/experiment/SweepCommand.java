package org.sibyl.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sibyl.experiment.sweep.DryRun;
import org.sibyl.experiment.sweep.Engine;
import org.sibyl.experiment.sweep.Engines;
import org.sibyl.experiment.sweep.Replication;
import org.sibyl.experiment.sweep.SweepFolder;
import org.sibyl.experiment.sweep.SweepIdentity;
import org.sibyl.experiment.sweep.SweepOrigin;
import org.sibyl.experiment.sweep.SweepOutput;
import org.sibyl.experiment.sweep.SweepProgress;
import org.sibyl.experiment.sweep.SweepRun;
import org.sibyl.experiment.sweep.SweepSource;
import org.sibyl.numeric.Check;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.SweepPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sibyl sweep}. */
@Command(
    name = "sweep",
    description = {
      "Runs many variants of a scenario, each many times, and keeps every finished trial.",
      "The same command goes on where an earlier one was interrupted. What varies stands in the"
          + " scenario's section 'sweep', or in --vary."
    },
    footer = {
      "",
      "VALUES are 0.1,0.2,0.5 or 1..10 or 0.2..0.8/0.05 or lin(0,1,11) or log(0.01,1,3), and for"
          + " designs that draw also 0.0..1.0.",
      "",
      "Example:",
      "  ./sibyl sweep scenarios/collective-risk/karate.yaml --vary outcome.group-threshold=0.2..0.8/0.1 --replicates 5"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SweepCommand implements Callable<Integer> {
  /** More than this many trials are refused unless the user says yes. */
  private static final long MANY_TRIALS = 10_000_000;

  private static final int FAILURES_SHOWN = 3;

  @Spec private CommandSpec spec;

  @Mixin private ScenarioArguments scenario;

  @Mixin private DesignArguments varied;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Trials that run at once; results do not depend on it. Default: all cores.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "What runs the trials: local, or spark for a cluster. Default: local.")
  private String engine;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "The cluster's address, for instance spark://host:7077.")
  private Optional<String> master = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Keeps everything in exactly this folder. Default: output/<name>/sweep-<id>, where the id"
              + " is another for every other sweep.")
  private Path out;

  @Option(
      names = "--resume",
      description = "Goes on in a folder that holds this very sweep. It is what happens anyway.")
  private boolean resume;

  @Option(
      names = "--dry-run",
      description = "Lists the trials and estimates time and disk, and keeps nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Runs also more than 10 million trials.")
  private boolean yes;

  @Option(names = "--quiet", description = "Prints nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() {
    int parallel =
        Check.atLeast("--threads", threads.orElse(Runtime.getRuntime().availableProcessors()), 1);
    List<String> set = varied.overrides(scenario);
    LoadedScenario base = ScenarioReader.read(scenario.file(), set);
    SweepPlan plan = SweepPlan.of(base, varied.vary());
    Replication replication = Replication.of(base.scenario(), plan.sweep());
    requireYes(plan.points().size() * replication.minimum());
    warn(plan);
    InputFiles inputs = InputFiles.of(plan.inputs());
    if (dryRun) {
      DryRun dry = new DryRun(plan, replication);
      dry.list(spec.commandLine().getOut());
      say(dry.estimate(source(base, inputs, set), parallel));
      return ExitCode.DONE;
    }
    SweepIdentity identity = SweepIdentity.of(plan, inputs);
    Path target =
        out == null
            ? Path.of("output", Text.slug(base.scenario().name()), "sweep-" + identity.id())
            : out;
    long start = System.nanoTime();
    try (Engine started = Engines.open(engine, parallel, master);
        SweepFolder folder = SweepFolder.open(target, identity, inputs);
        SweepProgress progress = progress()) {
      SweepOutput output = new SweepOutput(folder, plan, new SweepOrigin(named(), set));
      announce(plan, replication, folder);
      output.begin();
      Thread farewell = new Thread(() -> sayInterrupted(folder, progress), "farewell");
      Runtime.getRuntime().addShutdownHook(farewell);
      try {
        new SweepRun(plan, identity, replication, folder.journal(), progress)
            .play(started, source(base, inputs, set));
        progress.close();
        if (progress.played() > 0 || !output.isComplete()) {
          output.finish((System.nanoTime() - start) / 1e9);
        }
      } finally {
        forget(farewell);
      }
      return conclude(target, output, progress, (System.nanoTime() - start) / 1e9);
    }
  }

  private void requireYes(long trials) {
    if (trials > MANY_TRIALS && !yes) {
      throw new IllegalArgumentException(
          "sweep: has "
              + trials
              + " trials, more than "
              + MANY_TRIALS
              + ". Give fewer values or replicates, or add --yes.");
    }
  }

  private void warn(SweepPlan plan) {
    plan.base()
        .scenario()
        .warnings()
        .forEach(text -> say("warning: " + scenario.file() + ": " + text));
  }

  private SweepSource source(LoadedScenario base, InputFiles inputs, List<String> set) {
    try {
      Map<String, byte[]> contents = new LinkedHashMap<>();
      if (!engine.equals("local")) {
        for (Path input : inputs.names().keySet()) {
          contents.put(asNamed(base.folder(), input), Files.readAllBytes(input));
        }
      }
      return new SweepSource(
          named(), Files.readString(scenario.file()), base.folder().toString(), set, contents);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "sweep: an input file cannot be read (" + e + "). Check the file.", e);
    }
  }

  /** The scenario file as the user named it. */
  private String named() {
    return scenario.file().toString().replace('\\', '/');
  }

  /** How the scenario names a file, near enough to find it from the folder. */
  private static String asNamed(Path folder, Path input) {
    boolean comparable = folder.isAbsolute() == input.isAbsolute();
    return (comparable ? folder.normalize().relativize(input) : input)
        .toString()
        .replace('\\', '/');
  }

  private SweepProgress progress() {
    SweepProgress.Shown shown =
        quiet
            ? SweepProgress.Shown.NOT
            : Boolean.getBoolean("sibyl.terminal")
                ? SweepProgress.Shown.BAR
                : SweepProgress.Shown.LINES;
    return new SweepProgress(shown, spec.commandLine().getErr(), System::nanoTime);
  }

  private void announce(SweepPlan plan, Replication replication, SweepFolder folder) {
    long points = plan.points().size();
    String times =
        replication.minimum() == replication.maximum()
            ? Integer.toString(replication.minimum())
            : replication.minimum() + " to " + replication.maximum();
    say(
        String.format(
            Locale.ROOT,
            "sweep: %d %s x %s %s in %s",
            points,
            points == 1 ? "cell" : "cells",
            times,
            times.equals("1") ? "replicate" : "replicates",
            folder.path()));
    int kept = folder.journal().entries().size();
    if (kept > 0) {
      say("going on: " + kept + " trials are there already");
    }
    if (folder.journal().cutOff() > 0) {
      say(
          "an interrupted write of "
              + folder.journal().cutOff()
              + " bytes was cut off; its trials run again");
    }
  }

  private void say(String text) {
    if (!quiet) {
      spec.commandLine().getErr().println(text);
    }
  }

  private void sayInterrupted(SweepFolder folder, SweepProgress progress) {
    say(
        String.format(
            Locale.ROOT,
            "%ninterrupted: %d of %d trials are kept in %s. The same command goes on there;"
                + " './sibyl report' shows what there is.",
            folder.journal().entries().size(),
            progress.total(),
            folder.path()));
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // the virtual machine is already going down, and it was said
    }
  }

  private int conclude(Path folder, SweepOutput output, SweepProgress progress, double seconds) {
    PrintWriter stdout = spec.commandLine().getOut();
    if (!quiet) {
      output.sensitivities().forEach(stdout::println);
      stdout.printf(
          Locale.ROOT,
          "%d trials, %d failed; %d played now in %s%n",
          progress.done(),
          progress.failed(),
          progress.played(),
          SweepProgress.words(seconds));
      stdout.println("tables: " + folder.resolve("trials.csv") + " and beside it");
      stdout.println("report: " + folder.resolve("report.html"));
      stdout.flush();
    }
    if (progress.failed() == 0) {
      return ExitCode.DONE;
    }
    PrintWriter err = spec.commandLine().getErr();
    output.failures(FAILURES_SHOWN).forEach(err::println);
    if (progress.failed() > FAILURES_SHOWN) {
      err.println(
          "and " + (progress.failed() - FAILURES_SHOWN) + " more; trials.csv has all of them.");
    }
    return ExitCode.FAILED;
  }
}
