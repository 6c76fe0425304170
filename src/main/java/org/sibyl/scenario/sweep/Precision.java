package org.sibyl.scenario.sweep;

import java.util.List;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Repetitions until means are known well enough.
 *
 * @param metrics whose means; at least one
 * @param halfWidth largest half width of the 95 % interval of each mean, against the mean
 * @param minimum repetitions of each cell at least
 * @param maximum repetitions of each cell at most, however wide the intervals
 */
@About("repetitions of each cell until the means of metrics are known well enough")
public record Precision(
    @Parameter("metrics whose means are to be known") List<Metric> metrics,
    @Parameter(
            value = "largest half width of the 95 % interval of a mean, against the mean",
            range = "(0, inf)")
        double halfWidth,
    @Parameter(
            value = "repetitions at least",
            unit = "runs",
            range = "[2, 1000000]",
            byDefault = "10")
        int minimum,
    @Parameter(
            value = "repetitions at most",
            unit = "runs",
            range = "[2, 1000000]",
            byDefault = "100")
        int maximum) {
  private static final Range WIDTHS = Range.parse("(0, inf)");
  private static final Range REPETITIONS = Range.parse("[2, 1000000]");

  public Precision {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw Check.invalid("metrics", "an empty list", "must name at least one metric");
    }
    Check.within("half-width", halfWidth, WIDTHS);
    Check.within("minimum", minimum, REPETITIONS);
    Check.within("maximum", maximum, REPETITIONS);
    if (minimum > maximum) {
      throw Check.invalid(
          "minimum", Integer.toString(minimum), "must not exceed maximum " + maximum);
    }
  }
}
