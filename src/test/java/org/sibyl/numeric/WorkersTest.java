package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  private static final int SIZE = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 2047, 2048, 4095, 4096, 4097, 10_000, 100_003})
  void coversEveryIndexOnce(int size) {
    for (int threads = 1; threads <= 8; threads++) {
      AtomicIntegerArray visits = new AtomicIntegerArray(size);
      AtomicInteger ranges = new AtomicInteger();
      new Workers(threads)
          .ranges(
              size,
              (from, to) -> {
                ranges.incrementAndGet();
                for (int i = from; i < to; i++) {
                  visits.incrementAndGet(i);
                }
              });
      for (int i = 0; i < size; i++) {
        assertThat(visits.get(i)).as("visits of %s", i).isEqualTo(1);
      }
      assertThat(ranges.get()).isBetween(1, threads);
      if (size == 100_003) {
        assertThat(ranges.get()).isEqualTo(threads); // work worth it is shared
      }
    }
  }

  @Test
  void resultDoesNotDependOnTheNumberOfThreads() {
    Column expected = noisy(1);
    for (int threads = 2; threads <= 8; threads++) {
      assertThat(noisy(threads)).isEqualTo(expected);
    }
  }

  @Test
  void anExceptionInAnyRangeReachesTheCallerWhenAllHaveEnded() {
    for (int threads = 1; threads <= 8; threads++) {
      for (int bad : new int[] {0, SIZE / 2, SIZE - 1}) {
        AtomicInteger ended = new AtomicInteger();
        assertThatThrownBy(() -> new Workers(4).ranges(SIZE, failingAt(bad, ended)))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("at " + bad);
        assertThat(ended.get()).isEqualTo(3);
      }
    }
  }

  @Test
  void ofSeveralExceptionsThatOfTheLowestRange() {
    assertThatThrownBy(
            () ->
                new Workers(4)
                    .ranges(
                        SIZE,
                        (from, to) -> {
                          throw new IllegalArgumentException("from " + from);
                        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("from 0");
  }

  @Test
  void errorsAndUndeclaredExceptionsReachTheCaller() {
    assertThatThrownBy(() -> new Workers(4).ranges(SIZE, lastThrows(new AssertionError("e"))))
        .isInstanceOf(AssertionError.class)
        .hasMessage("e");
    assertThatThrownBy(() -> new Workers(4).ranges(SIZE, lastThrows(new IOException("disk"))))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void anInterruptionIsKeptForTheCaller() {
    Thread.currentThread().interrupt();
    AtomicInteger covered = new AtomicInteger();
    new Workers(4).ranges(SIZE, (from, to) -> covered.addAndGet(to - from));
    assertThat(Thread.interrupted()).isTrue(); // and cleared for the tests after this one
    assertThat(covered.get()).isEqualTo(SIZE);
  }

  @Test
  void oneThreadIsTheCallersOwn() {
    Thread[] ran = new Thread[1];
    Workers.serial().ranges(SIZE, (from, to) -> ran[0] = Thread.currentThread());
    assertThat(ran[0]).isSameAs(Thread.currentThread());
  }

  @Test
  void needsAThread() {
    assertThatThrownBy(() -> new Workers(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads: 0 must be at least 1.");
  }

  private static Column noisy(int threads) {
    Randomness random = Randomness.of(5);
    double[] values = new double[SIZE];
    new Workers(threads)
        .ranges(
            SIZE,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                values[i] = random.at(Draw.RESPONSE, 1, i).nextDouble();
              }
            });
    return Column.owning(values);
  }

  private static Workers.RangeTask failingAt(int bad, AtomicInteger ended) {
    return (from, to) -> {
      if (from <= bad && bad < to) {
        throw new IllegalStateException("at " + bad);
      }
      ended.incrementAndGet();
    };
  }

  private static Workers.RangeTask lastThrows(Throwable thrown) {
    return (from, to) -> {
      if (to == SIZE) {
        WorkersTest.<RuntimeException>smuggle(thrown);
      }
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void smuggle(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
