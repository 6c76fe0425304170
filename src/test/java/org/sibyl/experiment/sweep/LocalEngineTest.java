package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials on the cores of this machine. */
class LocalEngineTest {
  private static final String SCENARIO =
      """
      name: small
      rounds: 5
      population: { size: 12, trust: 0.7 }
      network: { type: barabasi-albert }
      behavior: { type: pivotal-cooperation }
      trust: { type: bayesian }
      outcome: { type: collective-risk, risk-of-loss: 0.4, contribution-cost: 0.2, group-threshold: 0.5 }
      learning: { type: repeated-risk-minimization, initial: { type: random-binary } }
      metrics: [cooperation, group-success, accuracy]
      """;

  private static final SweepSource SWEEP =
      new SweepSource("small.yaml", SCENARIO, "", List.of(), Map.of());

  private static List<TrialTask> tasks(int cells, int replicates) {
    return IntStream.range(0, cells * replicates)
        .mapToObj(
            k ->
                new TrialTask(
                    k / replicates,
                    k % replicates,
                    "key-" + k,
                    List.of("outcome.group-threshold=0." + (1 + k / replicates))))
        .toList();
  }

  private static List<TrialResult> run(int threads, List<TrialTask> tasks) {
    List<TrialResult> results = new ArrayList<>();
    try (LocalEngine engine = new LocalEngine(threads)) {
      engine.run(SWEEP, tasks.iterator(), results::add);
    }
    results.sort(
        Comparator.comparingLong(TrialResult::cell).thenComparingInt(TrialResult::replicate));
    return results;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void anyNumberOfThreadsGivesTheSame(int threads) {
    List<TrialTask> tasks = tasks(8, 4);
    List<TrialResult> alone = run(1, tasks);
    assertThat(alone).hasSize(32).noneMatch(TrialResult::hasFailed);
    assertThat(run(threads, tasks)).usingRecursiveComparison().isEqualTo(alone);
    assertThat(alone.get(0).metrics()).isEqualTo(3);
    assertThat(alone.get(0).values()).hasSize(3 * alone.get(0).rounds());
    assertThat(alone.stream().map(result -> result.mean(0)).distinct().count()).isGreaterThan(5);
  }

  @Test
  void aTrialThatCannotBePlayedIsAResultAndTheOthersGoOn() {
    List<TrialTask> tasks =
        List.of(
            new TrialTask(0, 0, "a", List.of("population.size=2")), // too few for the network
            new TrialTask(1, 0, "b", List.of()));
    List<TrialResult> results = run(1, tasks);
    assertThat(results.get(0).ended()).isEqualTo("failed");
    assertThat(results.get(0).message()).contains("edges-per-node");
    assertThat(results.get(0).last(0)).isNaN();
    assertThat(results.get(1).hasFailed()).isFalse();
  }

  @Test
  void whatTheStoreThrowsStopsTheSweep() {
    AtomicInteger taken = new AtomicInteger();
    Iterator<TrialTask> counted =
        tasks(9, 100).stream().peek(task -> taken.incrementAndGet()).iterator();
    try (LocalEngine engine = new LocalEngine(2)) {
      assertThatThrownBy(
              () ->
                  engine.run(
                      SWEEP,
                      counted,
                      result -> {
                        throw new IllegalArgumentException("the disk is full");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the disk is full");
    }
    assertThat(taken.get()).isLessThan(20);
  }

  @Test
  void tasksAreTakenAsTheyCanBeRun() {
    AtomicInteger ahead = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Stream<TrialTask> tasks =
        tasks(9, 20).stream()
            .peek(task -> most.accumulateAndGet(ahead.incrementAndGet(), Math::max));
    try (LocalEngine engine = new LocalEngine(2)) {
      engine.run(SWEEP, tasks.iterator(), result -> ahead.decrementAndGet());
    }
    assertThat(most.get()).isLessThanOrEqualTo(2);
    assertThat(ahead.get()).isZero();
  }

  @Test
  void noThreadIsRefused() {
    assertThatThrownBy(() -> new LocalEngine(0)).hasMessage("--threads: 0 must be at least 1.");
  }
}
