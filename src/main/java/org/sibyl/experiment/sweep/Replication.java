package org.sibyl.experiment.sweep;

import java.util.Arrays;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.sweep.Precision;
import org.sibyl.scenario.sweep.Sweep;

/**
 * How many replicates a cell needs: a fixed number, or as many as it takes for the 95 % interval of
 * every chosen metric's mean to be narrow against that mean. Whether to go on is decided only when
 * all replicates up to a number that depends on earlier decisions are there, by those alone: so
 * neither the order in which trials finish nor an interruption changes it.
 *
 * <p>Looking several times makes the last interval somewhat too hopeful: it covers less often than
 * 95 % (see {@code src/docs/sweeps.md}).
 *
 * @param minimum replicates that every cell gets, at least 1
 * @param maximum replicates that no cell exceeds
 * @param relativeHalfWidth half the interval's width over the mean's absolute value, above 0;
 *     infinite when the number is fixed
 */
public record Replication(int minimum, int maximum, double relativeHalfWidth) {
  private static final Range POSITIVE = Range.parse("(0, inf]");
  private static final double GROWTH = 1.5;

  public Replication {
    Check.atLeast("minimum", minimum, 1);
    Check.atLeast("maximum", maximum, minimum);
    Check.within("half-width", relativeHalfWidth, POSITIVE);
    if (relativeHalfWidth < Double.POSITIVE_INFINITY) {
      Check.atLeast("minimum", minimum, 2); // one replicate has no interval
    }
  }

  /** The same number for every cell. */
  public static Replication fixed(int replicates) {
    return new Replication(replicates, replicates, Double.POSITIVE_INFINITY);
  }

  /** What a scenario's sweep asks for. */
  public static Replication of(Scenario scenario, Sweep sweep) {
    if (sweep.precision().isPresent()) {
      Precision precision = sweep.precision().get();
      return new Replication(precision.minimum(), precision.maximum(), precision.halfWidth());
    }
    return fixed(sweep.replicates().orElse(scenario.replicates()));
  }

  /** Whether all cells get the same number, whatever comes of it. */
  boolean isFixed() {
    return minimum == maximum;
  }

  /**
   * How many replicates a cell is to have, given what the first ones came to; the same number when
   * it has enough.
   *
   * @param metrics for each chosen metric its values in the replicates so far; NaN where a trial
   *     failed
   * @param replicates how many there are so far
   */
  public int after(int replicates, double[][] metrics) {
    Student student = new Student();
    return Arrays.stream(metrics).allMatch(values -> isNarrow(values, replicates, student))
        ? replicates
        : next(replicates);
  }

  /** How many a cell has next that does not have enough yet: half as many again. */
  int next(int replicates) {
    int more = StrictMath.max(replicates + 1, (int) StrictMath.ceil(replicates * GROWTH));
    return StrictMath.min(maximum, more);
  }

  private boolean isNarrow(double[] values, int replicates, Student student) {
    Estimate estimate = student.estimate(Arrays.stream(values, 0, replicates));
    return (estimate.high() - estimate.low()) / 2
        <= relativeHalfWidth * StrictMath.abs(estimate.mean());
  }
}
