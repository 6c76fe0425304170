package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.experiment.JavaProcess;
import org.sibyl.experiment.OutputException;
import org.sibyl.experiment.SmallDisk;

/** A result that was acknowledged stays, whatever happens; one that was not never half counts. */
@Timeout(120)
class JournalTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve(Journal.FILE);
  }

  private void write(List<TrialResult> results) {
    try (Journal journal = Journal.open(folder)) {
      results.forEach(journal::append);
    }
  }

  private static List<TrialResult> all(Journal journal) {
    return journal.entries().stream().map(journal::read).toList();
  }

  private static List<String> texts(List<TrialResult> results) {
    return results.stream().map(SampleResults::text).toList();
  }

  /** Records of the same length. */
  private static List<TrialResult> alike(int count) {
    return IntStream.range(0, count).mapToObj(i -> SampleResults.of(2L * i, 0)).toList();
  }

  private static void assertHolds(Journal journal, List<TrialResult> expected) {
    assertThat(all(journal)).map(SampleResults::text).isEqualTo(texts(expected));
  }

  @Test
  void resultsComeBackAsTheyWere() {
    List<TrialResult> results = new ArrayList<>(SampleResults.many(3, 2));
    results.add(SampleResults.failed(7, 1));
    results.add(SampleResults.with(8, 0, Double.NaN, -0.0, Double.NEGATIVE_INFINITY, 0.1));
    write(results);
    try (Journal journal = Journal.open(folder)) {
      assertHolds(journal, results);
      assertThat(journal.cutOff()).isZero();
      assertThat(journal.contains(SampleResults.key(2, 1))).isTrue();
      assertThat(journal.contains(SampleResults.key(2, 2))).isFalse();
      JournalEntry failed = journal.entries().get(6);
      assertThat(failed.key()).isEqualTo(SampleResults.key(7, 1));
      assertThat(failed.cell()).isEqualTo(7);
      assertThat(failed.replicate()).isEqualTo(1);
      assertThat(failed.ended()).isEqualTo("failed");
    }
  }

  @Test
  void reopenedJournalGoesOn() {
    List<TrialResult> results = SampleResults.many(6, 1);
    write(results.subList(0, 2));
    write(results.subList(2, 3));
    write(results.subList(3, 6));
    try (Journal journal = Journal.open(folder)) {
      assertHolds(journal, results);
    }
  }

  @Test
  void sameKeyIsNeverStoredTwice() throws IOException {
    write(alike(2));
    long size = Files.size(file());
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.append(SampleResults.of(2, 0))).isFalse();
      assertThat(journal.append(SampleResults.of(4, 0))).isTrue();
      assertThat(journal.append(SampleResults.of(4, 0))).isFalse();
      journal.flush();
      assertThat(journal.append(SampleResults.of(4, 0))).isFalse();
      assertThat(journal.entries()).hasSize(3);
    }
    assertThat(Files.size(file())).isEqualTo((size - 8) / 2 * 3 + 8);
  }

  @Test
  void journalCutAnywhereKeepsTheWholeRecordsBeforeTheCut() throws IOException {
    List<TrialResult> results = alike(2);
    write(results);
    byte[] whole = Files.readAllBytes(file());
    int record = (whole.length - 8) / 2;
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      int kept = length < 8 ? 0 : (length - 8) / record;
      try (Journal journal = Journal.open(folder)) {
        assertHolds(journal, results.subList(0, kept));
        assertThat(journal.cutOff()).isEqualTo(length < 8 ? length : (length - 8) % record);
        results.forEach(journal::append);
      }
      assertThat(Files.readAllBytes(file())).as("cut to %d", length).isEqualTo(whole);
    }
  }

  @Test
  void damagedLastRecordIsCutOff() throws IOException {
    List<TrialResult> results = alike(2);
    write(results);
    byte[] whole = Files.readAllBytes(file());
    int record = (whole.length - 8) / 2;
    for (int place = 8 + record; place < whole.length; place++) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 0x10;
      Files.write(file(), damaged);
      try (Journal journal = Journal.open(folder)) {
        assertHolds(journal, results.subList(0, 1));
        assertThat(journal.cutOff()).isEqualTo(record);
      }
    }
  }

  @Test
  void zerosBehindTheLastRecordAreCutOff() throws IOException {
    write(SampleResults.many(2, 1));
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length + 5000));
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.entries()).hasSize(2);
      assertThat(journal.cutOff()).isEqualTo(5000);
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(whole);
  }

  @Test
  void damageInTheMiddleIsRefusedAndNothingIsDeleted() throws IOException {
    write(alike(3));
    byte[] whole = Files.readAllBytes(file());
    int record = (whole.length - 8) / 3;
    int second = 8 + record;
    for (int place = second; place < second + record; place++) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 0x01;
      Files.write(file(), damaged);
      assertThatThrownBy(() -> Journal.open(folder))
          .as("byte %d", place)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "%s: damaged from byte %d to byte %d, with intact results before and behind.%n"
                  + "Nothing was changed. Restore the file from a backup;"
                  + " or cut it to %d bytes, which keeps the first 1 results, and go on.",
              file(), second, second + record - 1, second);
      assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }
  }

  @Test
  void fileOfAnotherKindIsRefusedAndStays() throws IOException {
    Files.writeString(file(), "my diary");
    assertThatThrownBy(() -> Journal.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file() + ": is not a journal")
        .hasMessageEndingWith("Choose another folder, or move the file away to begin anew.");
    assertThat(file()).hasContent("my diary");
  }

  @Test
  void secondOpeningInThisProcessIsRefused() {
    try (Journal journal = Journal.open(folder)) {
      assertThatThrownBy(() -> Journal.open(folder.resolve("../" + folder.getFileName())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is being run by this process. Wait until it has ended");
      journal.append(SampleResults.of(0, 0));
    }
    write(SampleResults.many(2, 1));
  }

  @Test
  void secondOpeningByAnotherProcessIsRefused() throws Exception {
    Path printed = folder.resolve("printed.txt");
    try (Journal journal = Journal.open(folder)) {
      // must not give up this process's lock
      assertThatThrownBy(() -> Journal.open(folder)).isInstanceOf(IllegalArgumentException.class);
      Process other =
          JavaProcess.start(
              JavaProcess.current(), printed, JournalProcess.class, "64m", folder, 1, 0);
      assertThat(JavaProcess.end(other)).isEqualTo(1);
      journal.append(SampleResults.of(0, 0));
    }
    assertThat(printed)
        .content(StandardCharsets.UTF_8)
        .contains(
            "IllegalArgumentException: "
                + folder
                + ": the sweep in this folder is being run by process "
                + ProcessHandle.current().pid()
                + " of ")
        .contains(". Wait until it has ended, end it, or choose another folder.");
  }

  @Test
  void acknowledgedResultsSurviveAKill() throws Exception {
    Path printed = folder.resolve("printed.txt");
    for (int kill = 0; kill < 3; kill++) {
      Process child =
          JavaProcess.start(
              JavaProcess.current(),
              printed,
              JournalProcess.class,
              "64m",
              folder,
              Integer.MAX_VALUE,
              kill);
      long enough = 300L * (kill + 1);
      while (child.isAlive() && lines(printed).size() < enough) {
        Thread.sleep(2);
      }
      child.destroyForcibly().waitFor();
      // the last line may be torn itself
      List<String> acknowledged = lines(printed);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo((int) enough);
      try (Journal journal = Journal.open(folder)) {
        Map<String, TrialResult> found = new HashMap<>();
        all(journal).forEach(result -> found.put(result.key(), result));
        for (String line : acknowledged.subList(0, acknowledged.size() - 1)) {
          int cell = Integer.parseInt(line);
          TrialResult expected = SampleResults.of(cell, kill);
          assertThat(found).as("acknowledged: %d", cell).containsKey(expected.key());
          assertThat(SampleResults.text(found.get(expected.key())))
              .isEqualTo(SampleResults.text(expected));
        }
      }
    }
  }

  private static List<String> lines(Path printed) throws IOException {
    return Files.exists(printed) ? Files.readAllLines(printed) : List.of();
  }

  @Test
  void everyThreadsResultsStayInItsOrder() throws Exception {
    int threads = 4;
    int each = 2000;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Journal journal = Journal.open(folder)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int cell = thread;
        running.add(
            pool.submit(
                () -> {
                  for (int replicate = 0; replicate < each; replicate++) {
                    journal.append(SampleResults.of(cell, replicate));
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      journal.flush();
      for (int thread = 0; thread < threads; thread++) {
        int cell = thread;
        assertThat(journal.entries().stream().filter(entry -> entry.cell() == cell))
            .extracting(JournalEntry::replicate)
            .hasSize(each)
            .isSorted();
      }
      assertThat(journal.entries()).extracting(JournalEntry::offset).isSorted();
    } finally {
      pool.shutdownNow();
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.entries()).hasSize(threads * each);
      assertThat(all(journal).get(5000).values()).hasSize(6);
    }
  }

  @Test
  void resultLargerThanAllThatMayWaitIsWritten() {
    TrialResult large = SampleResults.of(1, 0, 1 << 20);
    write(List.of(SampleResults.of(0, 0), large, SampleResults.of(2, 0)));
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.read(journal.entries().get(1)).values()).isEqualTo(large.values());
    }
  }

  @Test
  void interruptedThreadsDoNoHarm() {
    try (Journal journal = Journal.open(folder)) {
      Thread.currentThread().interrupt();
      journal.append(SampleResults.of(0, 0));
      journal.flush();
      journal.read(journal.entries().get(0));
      assertThat(Thread.interrupted()).isTrue();
      journal.append(SampleResults.of(1, 0));
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.entries()).hasSize(2);
    }
  }

  @Test
  void fullDiskIsReportedAndKeepsWhatWasWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "256k")) {
      Path sweep = disk.path().resolve("sweep");
      int acknowledged = 0;
      try (Journal journal = Journal.open(sweep)) {
        for (int cell = 0; ; cell++) {
          journal.append(SampleResults.of(cell, 0, 500));
          journal.flush();
          acknowledged++;
        }
      } catch (OutputException e) {
        assertThat(e)
            .hasMessage(
                "%s: cannot be written (IOException: No space left on device). The first %d results"
                    + " are kept. Free some space and run the sweep again: it goes on there.",
                sweep.resolve(Journal.FILE), acknowledged);
      }
      assertThat(acknowledged).isBetween(20, 32);
      try (Journal journal = Journal.open(sweep)) {
        assertThat(journal.cutOff()).isZero();
        assertThat(journal.entries()).hasSize(acknowledged);
        assertThat(all(journal).get(acknowledged - 1).values()).hasSize(1000);
        journal.append(SampleResults.of(-1, 0, 1));
      }
    }
  }

  @Test
  void fullDiskLetsNobodyWaitForever() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "256k")) {
      assertThatThrownBy(
              () -> {
                try (Journal journal = Journal.open(disk.path())) {
                  for (int cell = 0; cell < 100_000; cell++) {
                    journal.append(SampleResults.of(cell, 0, 500));
                  }
                }
              })
          .isInstanceOf(OutputException.class);
    }
  }

  @Test
  void folderThatIsAFileIsReported() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Journal.open(folder.resolve("file/sweep")))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot be opened for writing (")
        .hasMessageEndingWith("Choose a folder on a local disk that can be written to.");
  }

  @Test
  void closedJournalTakesNothingMore() {
    Journal journal = Journal.open(folder);
    journal.close();
    journal.close();
    assertThatThrownBy(() -> journal.append(SampleResults.of(0, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(file() + ": is closed.");
  }

  @Test
  void valuesThatDoNotFitTheirCountsAreRefused() {
    TrialResult wrong =
        new TrialResult(4, 2, "key", "stable", "", 3, 0, 2, new double[] {1, 2, 3, 4, 5});
    try (Journal journal = Journal.open(folder)) {
      assertThatThrownBy(() -> journal.append(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cell 4, replicate 2: 5 values do not make 3 rounds of 2 metrics.");
      assertThat(journal.append(SampleResults.of(0, 0))).isTrue();
    }
  }
}
