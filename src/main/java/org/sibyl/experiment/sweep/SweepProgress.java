package org.sibyl.experiment.sweep;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Says on standard error how far a sweep is: trials done and failed, their rate and the time to go;
 * as a bar on a terminal, else as a line every ten seconds. Rate and time to go come from the
 * trials of this session: those that were there before took no time.
 */
public final class SweepProgress implements AutoCloseable {
  /** How progress is shown. */
  public enum Shown {
    /** A bar that moves. */
    BAR,
    /** A line now and then. */
    LINES,
    /** Not at all. */
    NOT
  }

  private static final int SECONDS_BETWEEN_LINES = 10;

  private final Shown shown;
  private final PrintWriter lines;
  private final LongSupplier nanoseconds;
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private long before;
  private long start;
  private @Nullable ProgressBar bar;
  private @Nullable ScheduledExecutorService clock;

  /**
   * Progress that is shown in this way.
   *
   * @param lines where lines go
   * @param nanoseconds the time
   */
  public SweepProgress(Shown shown, PrintWriter lines, LongSupplier nanoseconds) {
    this.shown = shown;
    this.lines = lines;
    this.nanoseconds = nanoseconds;
  }

  /** Starts, with what is done already. */
  void begin(Collection<JournalEntry> kept) {
    before = kept.size();
    done.set(before);
    failed.set(kept.stream().filter(entry -> TrialResult.isFailure(entry.ended())).count());
    start = nanoseconds.getAsLong();
    if (shown == Shown.LINES) {
      ScheduledExecutorService ticking =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "progress");
                thread.setDaemon(true);
                return thread;
              });
      ticking.scheduleAtFixedRate(
          () -> lines.println(line()),
          SECONDS_BETWEEN_LINES,
          SECONDS_BETWEEN_LINES,
          TimeUnit.SECONDS);
      clock = ticking;
    }
  }

  /** Says how many trials there will be in all, as far as is known. */
  void expect(long trials) {
    total.set(trials);
    if (shown == Shown.BAR && bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("trials")
              .setInitialMax(total())
              .startsFrom(before, java.time.Duration.ZERO)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .build();
    }
  }

  /** Says that there will be more. */
  void expectMore(long trials) {
    total.addAndGet(trials);
    if (bar != null) {
      bar.maxHint(total());
    }
  }

  /** A trial is done. */
  void finished(TrialResult result) {
    if (result.hasFailed()) {
      failed.incrementAndGet();
    }
    long now = done.incrementAndGet();
    if (bar != null) {
      bar.stepTo(now);
      if (failed.get() > 0) {
        bar.setExtraMessage(failed.get() + " failed");
      }
    }
  }

  /** How many are done, also earlier. */
  public long done() {
    return done.get();
  }

  /** How many of them failed. */
  public long failed() {
    return failed.get();
  }

  /** How many there are in all, as far as is known: at least those that are done. */
  public long total() {
    return Math.max(total.get(), done.get());
  }

  /** How many this session played. */
  public long played() {
    return done.get() - before;
  }

  String line() {
    double seconds = (nanoseconds.getAsLong() - start) / 1e9;
    double rate = played() / seconds;
    String text =
        String.format(
            Locale.ROOT,
            "trials: %d of %d, %d failed, %.3g a second",
            done.get(),
            total(),
            failed.get(),
            rate);
    return played() == 0 ? text : text + ", " + words((total() - done.get()) / rate) + " left";
  }

  /** A time in words: {@code 40 s}, {@code 12 min}, {@code 3.5 h}. */
  public static String words(double seconds) {
    return seconds < 100
        ? String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds)
        : seconds < 6000
            ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.shutdownNow();
      clock = null;
    }
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
