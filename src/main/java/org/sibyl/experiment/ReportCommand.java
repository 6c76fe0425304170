package org.sibyl.experiment;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sibyl.experiment.sweep.SweepFolder;
import org.sibyl.experiment.sweep.SweepOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sibyl report}. */
@Command(
    name = "report",
    description = {
      "Makes the report of a recorded run or sweep again, from its files.",
      "Of a sweep that is not finished, also the tables of what is done."
    },
    footer = {"", "Example:", "  ./sibyl report output/threshold-sweep/sweep-0123456789ab"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of a run or a sweep.")
  private Path folder;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    if (SweepFolder.isSweep(folder)) {
      try (SweepFolder sweep = SweepFolder.openBegun(folder)) {
        SweepOutput output = SweepOutput.ofBegun(sweep);
        output.rebuild();
        output.sensitivities().forEach(stdout::println);
        stdout.println(sweep.journal().entries().size() + " trials");
      }
    } else {
      ofRun();
    }
    stdout.println("report: " + folder.resolve("report.html"));
    stdout.flush();
    return ExitCode.DONE;
  }

  private void ofRun() {
    WholeFile.write(folder.resolve("report.html"), Report.of(RecordedRun.read(folder)));
  }
}
