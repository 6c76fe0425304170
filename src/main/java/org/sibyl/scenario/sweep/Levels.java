package org.sibyl.scenario.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.sibyl.numeric.Check;

/**
 * The values that a sweep gives to one path of the scenario, as the command line and the {@code
 * sweep} section write them:
 *
 * <ul>
 *   <li>{@code 0.1,0.2,0.5} or {@code fixed,bayesian} or {@code {type: ring},{type: star}}: these;
 *   <li>{@code 1..10}: the whole numbers, ends included;
 *   <li>{@code 0.2..0.8/0.05}: from 0.2 in steps up to 0.8, both included, computed in decimal;
 *   <li>{@code lin(0.2,0.8,7)}, {@code log(0.001,1,4)}: so many values at equal distances or equal
 *       ratios; designs that draw, draw from all that lies between the ends;
 *   <li>{@code 0.2..0.8}, {@code 0.0..1.0}: an interval, for designs that draw.
 * </ul>
 */
public sealed interface Levels {
  /** Most values of one path. */
  int MOST = 10_000_000;

  /** How many single values there are; 0 for an interval. */
  long count();

  /** The single value of this index, from 0, as YAML. */
  String value(long index);

  /** The value at a position in [0, 1], as YAML; each of finitely many has an equal share. */
  String at(double position);

  /** The form above; {@link #parse} reads it back the same. */
  String text();

  /** Reads the form above; the path is only named in errors. */
  static Levels parse(String path, String text) {
    return new LevelsReader(path, text.strip()).read();
  }

  /** These values, each as YAML. */
  static Levels of(List<String> values) {
    return new Listed(values);
  }

  /**
   * Values that show whether the path can take them: all, unless there are more than {@code most};
   * then the ends.
   *
   * @param drawn whether a design will draw positions
   */
  default Stream<String> samples(boolean drawn, int most) {
    boolean between = count() == 0 || drawn && this instanceof Spaced;
    if (between) {
      // the inner one shows whether fractions will do
      return Stream.of(at(0), at(1), at(0.381966)).distinct();
    }
    return count() <= most
        ? LongStream.range(0, count()).mapToObj(this::value)
        : Stream.of(value(0), value(count() - 1));
  }

  /**
   * Single values.
   *
   * @param values each as YAML; at least one
   */
  record Listed(List<String> values) implements Levels {
    public Listed {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw Check.invalid("values", "an empty list", "must have at least one value");
      }
    }

    @Override
    public long count() {
      return values.size();
    }

    @Override
    public String value(long index) {
      return values.get(StrictMath.toIntExact(index));
    }

    @Override
    public String at(double position) {
      return value(share(position, count()));
    }

    @Override
    public String text() {
      return String.join(",", values);
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
    public long count() {
      return high - low + 1;
    }

    @Override
    public String value(long index) {
      return Long.toString(low + index);
    }

    @Override
    public String at(double position) {
      return value(share(position, count()));
    }

    @Override
    public String text() {
      return low + ".." + high;
    }
  }

  /**
   * Numbers in steps; a step that does not divide the range ends below the upper end.
   *
   * @param low the first
   * @param high none is above
   * @param step above 0
   */
  record Stepped(BigDecimal low, BigDecimal high, BigDecimal step) implements Levels {
    public Stepped {
      low = low.stripTrailingZeros();
      high = high.stripTrailingZeros();
      step = step.stripTrailingZeros();
    }

    @Override
    public long count() {
      return high.subtract(low).divideToIntegralValue(step).longValueExact() + 1;
    }

    @Override
    public String value(long index) {
      return plain(low.add(step.multiply(BigDecimal.valueOf(index))));
    }

    @Override
    public String at(double position) {
      return value(share(position, count()));
    }

    @Override
    public String text() {
      return plain(low) + ".." + plain(high) + "/" + plain(step);
    }
  }

  /**
   * Numbers at equal distances or equal ratios.
   *
   * @param low the first, exactly
   * @param high the last, exactly
   * @param count how many
   * @param ratios whether ratios are equal instead of distances
   */
  record Spaced(BigDecimal low, BigDecimal high, long count, boolean ratios) implements Levels {
    /** 12 digits say where a point lies, hide rounding tails, and are easier to read than 17. */
    private static final MathContext DIGITS = new MathContext(12);

    public Spaced {
      low = low.stripTrailingZeros();
      high = high.stripTrailingZeros();
    }

    @Override
    public String value(long index) {
      long last = count - 1;
      if (index == 0 || index == last) {
        return plain(index == 0 ? low : high);
      }
      if (ratios) {
        return at((double) index / last);
      }
      BigDecimal way = high.subtract(low).multiply(BigDecimal.valueOf(index));
      return plain(
          low.add(way.divide(BigDecimal.valueOf(last), MathContext.DECIMAL64)).round(DIGITS));
    }

    @Override
    public String at(double position) {
      double from = low.doubleValue();
      double to = high.doubleValue();
      double value =
          ratios
              ? from * StrictMath.exp(position * (StrictMath.log(to) - StrictMath.log(from)))
              : from + position * (to - from);
      // rounded, it could fall beyond an end of more than 12 digits
      return plain(new BigDecimal(value).round(DIGITS).max(low).min(high));
    }

    @Override
    public String text() {
      return (ratios ? "log(" : "lin(") + plain(low) + "," + plain(high) + "," + count + ")";
    }
  }

  /**
   * All real numbers between two.
   *
   * @param low lower end
   * @param high upper end
   */
  record Interval(BigDecimal low, BigDecimal high) implements Levels {
    public Interval {
      low = low.stripTrailingZeros();
      high = high.stripTrailingZeros();
    }

    @Override
    public long count() {
      return 0;
    }

    @Override
    public String value(long index) {
      throw new IndexOutOfBoundsException("an interval has no single values");
    }

    @Override
    public String at(double position) {
      return new Spaced(low, high, 0, false).at(position);
    }

    @Override
    public String text() {
      return fraction(low) + ".." + fraction(high);
    }

    /** With a decimal point, since two whole ends would mean whole numbers. */
    private static String fraction(BigDecimal end) {
      return end.setScale(StrictMath.max(1, end.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }
  }

  private static long share(double position, long count) {
    return StrictMath.min(count - 1, (long) (position * count));
  }

  /** A number as YAML. */
  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    return stripped.signum() == 0
        ? "0"
        : StrictMath.abs(exponent) <= 18 ? stripped.toPlainString() : stripped.toString();
  }
}
