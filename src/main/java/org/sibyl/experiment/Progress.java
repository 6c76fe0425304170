package org.sibyl.experiment;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.sibyl.scenario.Scenario;
import org.sibyl.simulation.Round;

/** A bar of rounds on standard error, with the time to go, when that is a terminal. */
final class Progress implements AutoCloseable {
  /** Shorter work is over before a bar could be read. */
  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final long rounds;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long played;
  private @Nullable ProgressBar bar;

  private Progress(long rounds, boolean shown) {
    this.rounds = rounds;
    this.shown = shown;
  }

  /** The launcher says whether standard error is a terminal. */
  static Progress of(Scenario scenario, int replicates, boolean quiet) {
    long rounds = (long) scenario.rounds() * replicates;
    return new Progress(rounds, !quiet && Boolean.getBoolean("sibyl.terminal"));
  }

  void step(Round round) {
    played++;
    if (!shown || System.nanoTime() - start < PATIENCE_NANOS) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("rounds")
              .setInitialMax(rounds)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }
    String status = round.after().learner().standing();
    if (!status.isEmpty()) {
      bar.setExtraMessage(" " + status);
    }
    bar.stepTo(played);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
