package org.sibyl.outcome.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the forecasts of zeros and ones can bring about: all of them are tried (Góis et al. 2025,
 * sections 3.1 and 3.2). From one forecast to the next only one bit changes (Gray code), so that
 * only the neighbors of one individual have to be told anew.
 */
public final class Prophecies {
  /**
   * What a forecast achieves that no other beats in both respects.
   *
   * @param forecast the forecast, the least of those that achieve it
   * @param accurate how many individuals do what was forecast of them
   * @param successes how many groups succeed
   */
  public record Point(int forecast, int accurate, int successes) {}

  private final List<Integer> selfFulfilling;
  private final int mostSuccesses;
  private final OptionalInt mostSuccessesSelfFulfilling;
  private final List<Point> pareto;

  private Prophecies(
      List<Integer> selfFulfilling,
      int mostSuccesses,
      OptionalInt mostSuccessesSelfFulfilling,
      List<Point> pareto) {
    this.selfFulfilling = List.copyOf(selfFulfilling);
    this.mostSuccesses = mostSuccesses;
    this.mostSuccessesSelfFulfilling = mostSuccessesSelfFulfilling;
    this.pareto = List.copyOf(pareto);
  }

  /** Tries every forecast: time 2^size x (degree + a few words). */
  public static Prophecies of(ForecastMap map) {
    int size = map.size();
    List<Integer> fulfilled = new ArrayList<>();
    Best best = new Best(size);
    int[] told = new int[size]; // neighbors forecast to cooperate
    int forecast = 0;
    int actions = map.actions(0);
    for (int step = 1; ; step++) {
      int successes = map.successes(actions);
      best.see(forecast, size - Integer.bitCount(forecast ^ actions), successes);
      if (actions == forecast) {
        fulfilled.add(forecast);
      }
      if (step == 1 << size) {
        break;
      }
      int flipped = Integer.numberOfTrailingZeros(step);
      forecast ^= 1 << flipped;
      actions = retold(map, told, forecast, flipped, actions);
    }
    Collections.sort(fulfilled);
    return new Prophecies(
        fulfilled,
        best.mostSuccesses(),
        fulfilled.stream().mapToInt(f -> map.successes(map.actions(f))).max(),
        best.front());
  }

  /** The actions after one individual's forecast was flipped. */
  private static int retold(ForecastMap map, int[] told, int forecast, int flipped, int actions) {
    int change = (forecast >>> flipped & 1) == 1 ? 1 : -1;
    int changed = actions;
    for (int left = map.neighbors(flipped); left != 0; left &= left - 1) {
      int i = Integer.numberOfTrailingZeros(left);
      told[i] += change;
      changed = map.acts(i, told[i]) ? changed | 1 << i : changed & ~(1 << i);
    }
    return changed;
  }

  /** The forecasts that come true, ascending. */
  public List<Integer> selfFulfilling() {
    return selfFulfilling;
  }

  /** The most groups that succeed after any forecast. */
  public int mostSuccesses() {
    return mostSuccesses;
  }

  /** The most groups that succeed after a forecast that comes true; empty when none does. */
  public OptionalInt mostSuccessesSelfFulfilling() {
    return mostSuccessesSelfFulfilling;
  }

  /** What cannot be bettered in accuracy and success at once: accuracy rises, success falls. */
  public List<Point> pareto() {
    return pareto;
  }

  /** For each accuracy, the most successes and the least forecast that brings them. */
  private static final class Best {
    private final int[] successes;
    private final int[] forecasts;

    Best(int size) {
      successes = new int[size + 1];
      forecasts = new int[size + 1];
      Arrays.fill(successes, -1);
    }

    void see(int forecast, int accurate, int succeeding) {
      if (succeeding > successes[accurate]
          || (succeeding == successes[accurate] && forecast < forecasts[accurate])) {
        successes[accurate] = succeeding;
        forecasts[accurate] = forecast;
      }
    }

    int mostSuccesses() {
      return Arrays.stream(successes).max().orElseThrow();
    }

    List<Point> front() {
      List<Point> front = new ArrayList<>();
      int most = -1;
      for (int accurate = successes.length - 1; accurate >= 0; accurate--) {
        if (successes[accurate] > most) {
          most = successes[accurate];
          front.add(new Point(forecasts[accurate], accurate, most));
        }
      }
      Collections.reverse(front);
      return front;
    }
  }
}
