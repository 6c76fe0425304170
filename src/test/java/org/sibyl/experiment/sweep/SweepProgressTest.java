package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a sweep is, by a clock that the test turns. */
class SweepProgressTest {
  private final StringWriter printed = new StringWriter();
  private final AtomicLong clock = new AtomicLong(12_345);

  private SweepProgress progress() {
    return new SweepProgress(SweepProgress.Shown.NOT, new PrintWriter(printed, true), clock::get);
  }

  private void pass(double seconds) {
    clock.addAndGet((long) (seconds * 1e9));
  }

  private static List<JournalEntry> kept(int good, int failed) {
    List<JournalEntry> kept = new java.util.ArrayList<>();
    for (int k = 0; k < good + failed; k++) {
      kept.add(new JournalEntry("" + k, k, 0, k < good ? "stable" : "failed", 0));
    }
    return kept;
  }

  @Test
  void lineTellsRateAndTimeToGo() {
    SweepProgress progress = progress();
    progress.begin(List.of());
    progress.expect(10);
    pass(2);
    progress.finished(SampleResults.of(0, 0));
    progress.finished(SampleResults.of(1, 0));
    progress.finished(SampleResults.of(2, 0));
    progress.finished(SampleResults.failed(3, 0));
    assertThat(progress.line()).isEqualTo("trials: 4 of 10, 1 failed, 2.00 a second, 3.0 s left");
    assertThat(printed.toString()).isEmpty();
  }

  @Test
  void rateCountsOnlyThisSession() {
    SweepProgress progress = progress();
    progress.begin(kept(90, 5));
    progress.expect(100);
    pass(10);
    assertThat(progress.line()).isEqualTo("trials: 95 of 100, 5 failed, 0.00 a second");
    progress.finished(SampleResults.of(97, 0));
    assertThat(progress.line()).isEqualTo("trials: 96 of 100, 5 failed, 0.100 a second, 40 s left");
    assertThat(progress.played()).isEqualTo(1);
    assertThat(progress.done()).isEqualTo(96);
    assertThat(progress.failed()).isEqualTo(5);
  }

  @Test
  void moreCanBeExpected() {
    SweepProgress progress = progress();
    progress.begin(List.of());
    progress.expect(4);
    progress.expectMore(6);
    assertThat(progress.total()).isEqualTo(10);
  }

  /** Replicates by need, of which an earlier session played more than the least. */
  @Test
  void whatIsThereAlreadyIsNotExpectedTwice() {
    SweepProgress progress = progress();
    progress.begin(kept(7, 0));
    progress.expect(4);
    assertThat(progress.total()).isEqualTo(7);
    progress.expectMore(4);
    assertThat(progress.total()).isEqualTo(8);
  }

  @Test
  void nothingIsLeftAtTheEnd() {
    SweepProgress progress = progress();
    progress.begin(List.of());
    progress.expect(1);
    pass(1);
    progress.finished(SampleResults.of(0, 0));
    assertThat(progress.line()).isEqualTo("trials: 1 of 1, 0 failed, 1.00 a second, 0.0 s left");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0.0 s",
        "9.94 | 9.9 s",
        "40.4 | 40 s",
        "99 | 99 s",
        "120 | 2 min",
        "5400 | 90 min",
        "6000 | 1.7 h",
        "360000 | 100.0 h"
      })
  void timesHaveWords(double seconds, String words) {
    assertThat(SweepProgress.words(seconds)).isEqualTo(words);
  }
}
