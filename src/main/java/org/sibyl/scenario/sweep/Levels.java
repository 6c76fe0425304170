package org.sibyl.scenario.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that a sweep gives to one path of the scenario, as the command line and the {@code
 * sweep} section write them:
 *
 * <ul>
 *   <li>{@code 0.1,0.2,0.5} or {@code fixed,bayesian}: these values;
 *   <li>{@code 1..10}: whole numbers, each one of them, or one drawn from them;
 *   <li>{@code 0.2..0.8/0.05}: from 0.2 to 0.8, both included, computed in decimal;
 *   <li>{@code 0.2..0.8}: an interval, for designs that draw from it;
 *   <li>{@code lin(0.2,0.8,7)}, {@code log(0.001,1,4)}: so many values at equal distances or equal
 *       ratios; designs that draw, draw between the ends.
 * </ul>
 */
public sealed interface Levels {
  /** Most values of one path. */
  int MOST = 10_000_000;

  /** The values one after the other, as YAML. */
  List<String> values();

  /** The value at a position in [0, 1), as YAML. */
  String at(double position);

  /** Reads the form above; the path is only named in errors. */
  static Levels parse(String path, String text) {
    return new LevelsReader(path, text.strip()).read();
  }

  /** These values, each in YAML. */
  static Levels of(List<String> values) {
    return new Listed(values);
  }

  /**
   * Single values.
   *
   * @param values each in YAML; at least one
   */
  record Listed(List<String> values) implements Levels {
    public Listed {
      values = List.copyOf(values);
    }

    @Override
    public String at(double position) {
      return values.get((int) (position * values.size()));
    }
  }

  /**
   * Whole numbers.
   *
   * @param low the least
   * @param high the greatest
   */
  record Whole(long low, long high) implements Levels {
    @Override
    public List<String> values() {
      List<String> all = new ArrayList<>();
      for (long value = low; value <= high; value++) {
        all.add(Long.toString(value));
      }
      return all;
    }

    @Override
    public String at(double position) {
      return Long.toString(low + (long) (position * (high - low + 1)));
    }
  }

  /**
   * An interval of real numbers, with the values that a grid tries.
   *
   * @param low lower end
   * @param high upper end
   * @param ratios whether positions are equal ratios instead of equal distances
   * @param values for designs that do not draw; empty when none were given
   */
  record Interval(BigDecimal low, BigDecimal high, boolean ratios, List<String> values)
      implements Levels {
    public Interval {
      values = List.copyOf(values);
    }

    @Override
    public String at(double position) {
      double from = low.doubleValue();
      double to = high.doubleValue();
      double value =
          ratios
              ? from * StrictMath.exp(position * StrictMath.log(to / from))
              : from + position * (to - from);
      return rounded(StrictMath.min(to, StrictMath.max(from, value)));
    }

    /** 12 digits say where a point of a design lies, and are easier to read than 17. */
    private static String rounded(double value) {
      return plain(new BigDecimal(value).round(new MathContext(12)));
    }
  }

  /** A number as YAML. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
