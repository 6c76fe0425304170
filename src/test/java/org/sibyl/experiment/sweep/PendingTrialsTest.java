package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.experiment.InputFiles;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.SweepPlan;

/** What is still to be played: cell after cell, without what the journal has. */
class PendingTrialsTest {
  @TempDir private Path folder;
  private SweepPlan plan;
  private SweepIdentity identity;
  private Journal journal;

  @BeforeEach
  void sweep() {
    var base = ScenarioReader.parse("s.yaml", SampleScenario.TEXT, folder, List.of());
    plan = SweepPlan.of(base, List.of("rounds=3..6"));
    identity = SweepIdentity.of(plan, new InputFiles(Map.of()));
    journal = Journal.open(folder);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private PendingTrials pending(LongStream cells, int replicates) {
    return new PendingTrials(plan, identity, journal, cells, replicates);
  }

  private List<String> names(LongStream cells, int replicates) {
    List<String> names = new ArrayList<>();
    pending(cells, replicates)
        .forEachRemaining(task -> names.add(task.cell() + "." + task.replicate()));
    return names;
  }

  private void keep(long cell, int replicate) {
    String key = identity.key(cell, plan.settings(cell), replicate);
    journal.append(
        new TrialResult(cell, replicate, key, "stable", "", 1, 0, 1, new double[] {0.5}));
    journal.flush();
  }

  @Test
  void cellAfterCellAndReplicateAfterReplicate() {
    assertThat(names(LongStream.range(0, 3), 2))
        .containsExactly("0.0", "0.1", "1.0", "1.1", "2.0", "2.1");
    assertThat(names(LongStream.of(3, 1), 1)).containsExactly("3.0", "1.0");
  }

  @Test
  void whatIsKeptIsNotPending() {
    keep(0, 0);
    keep(1, 1);
    keep(2, 0);
    keep(2, 1);
    assertThat(names(LongStream.range(0, 4), 2)).containsExactly("0.1", "1.0", "3.0", "3.1");
  }

  @Test
  void nothingIsPendingWhenAllIsKept() {
    keep(0, 0);
    assertThat(pending(LongStream.of(0), 1).hasNext()).isFalse();
    assertThat(pending(LongStream.empty(), 5).hasNext()).isFalse();
    assertThatThrownBy(() -> pending(LongStream.of(0), 1).next())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void taskSaysWhatItIsATaskOf() {
    TrialTask task = pending(LongStream.of(2), 1).next();
    assertThat(task)
        .isEqualTo(
            new TrialTask(2, 0, identity.key(2, List.of("rounds=5"), 0), List.of("rounds=5")));
  }

  @Test
  void askingTwiceSkipsNothing() {
    PendingTrials pending = pending(LongStream.of(0, 1), 1);
    assertThat(pending.hasNext()).isTrue();
    assertThat(pending.hasNext()).isTrue();
    assertThat(pending.next().cell()).isZero();
    assertThat(pending.next().cell()).isEqualTo(1);
    assertThat(pending.hasNext()).isFalse();
  }
}
