package org.sibyl.experiment.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/** Made-up results: every one differs from every other in every field that can. */
final class SampleResults {
  static final int METRICS = 2;

  private static final double[] NONE = {};

  private SampleResults() {}

  static TrialResult of(long cell, int replicate) {
    return of(cell, replicate, 3);
  }

  static TrialResult of(long cell, int replicate, int rounds) {
    double[] values = new double[rounds * METRICS];
    for (int i = 0; i < values.length; i++) {
      values[i] = cell + replicate / 8.0 + i / 1024.0;
    }
    return with(cell, replicate, values);
  }

  static TrialResult with(long cell, int replicate, double... values) {
    boolean cycle = (cell + replicate) % 2 == 0;
    return new TrialResult(
        cell,
        replicate,
        key(cell, replicate),
        cycle ? "cycle" : "horizon",
        "",
        values.length / METRICS,
        cycle ? 2 + replicate : 0,
        METRICS,
        values);
  }

  static TrialResult failed(long cell, int replicate) {
    return new TrialResult(
        cell,
        replicate,
        key(cell, replicate),
        "failed",
        "model.rate: 2, \"großes\" must lie in [0, 1].",
        0,
        0,
        0,
        new double[0]);
  }

  static String key(long cell, int replicate) {
    return String.format("%032x%032x", cell, replicate);
  }

  /** Everything in a result, bit for bit. */
  static String text(TrialResult result) {
    TrialResult rest =
        new TrialResult(
            result.cell(),
            result.replicate(),
            result.key(),
            result.ended(),
            result.message(),
            result.rounds(),
            result.cycleLength(),
            result.metrics(),
            NONE);
    long[] bits = Arrays.stream(result.values()).mapToLong(Double::doubleToRawLongBits).toArray();
    return rest + Arrays.toString(bits);
  }

  /** So many, the replicates of a cell one after the other. */
  static List<TrialResult> many(int cells, int replicates) {
    List<TrialResult> all = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      for (int replicate = 0; replicate < replicates; replicate++) {
        all.add(of(cell, replicate));
      }
    }
    return all;
  }

  /** Tables of these paths and metrics, whose cells have these values and their number as seed. */
  static SweepTables tables(
      List<String> paths, LongFunction<List<String>> values, List<MetricColumn> metrics) {
    return new SweepTables(
        paths,
        new SweepTables.Cells() {
          @Override
          public List<String> values(long cell) {
            return values.apply(cell);
          }

          @Override
          public long seed(long cell) {
            return cell - 1;
          }

          @Override
          public String replay(long cell, int replicate) {
            return "play " + cell + "," + replicate;
          }
        },
        metrics);
  }
}
