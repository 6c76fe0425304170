package org.sibyl.experiment.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * How a quantity was distributed over the population, round by round, in common bins.
 *
 * @param name of the quantity
 * @param curves by name, each one histogram for every round shown, or a single one for all
 */
record Distribution(String name, Map<String, List<Histogram>> curves) {
  private static final int WHOLE = 65_535;

  /** Whether there is nothing to show. */
  boolean isEmpty() {
    return all().isEmpty();
  }

  private List<Histogram> all() {
    return curves.values().stream().flatMap(List::stream).filter(h -> !h.isEmpty()).toList();
  }

  /** Appends itself: bins, and for each curve the share of people in each bin, in 65 535ths. */
  void appendTo(ArrayNode distributions) {
    int exponent = exponent();
    List<Histogram> common = all().stream().map(h -> h.coarsened(exponent)).toList();
    long first = common.stream().mapToLong(Histogram::first).min().orElse(0);
    int bins = (int) (common.stream().mapToLong(Histogram::end).max().orElse(0) - first);
    double width = StrictMath.scalb(1.0, exponent);
    ObjectNode node = distributions.addObject();
    node.put("name", name).put("from", first * width).put("width", width).put("bins", bins);
    ArrayNode lines = node.putArray("curves");
    curves.forEach(
        (curve, histograms) ->
            lines
                .addObject()
                .put("name", curve)
                .put("shares", shares(histograms, exponent, first, bins)));
  }

  /** The finest in which all of them together do not take too many bins. */
  private int exponent() {
    int exponent = all().stream().mapToInt(Histogram::exponent).max().orElse(0);
    while (bins(exponent) > Histogram.MOST_BINS) {
      exponent++;
    }
    return exponent;
  }

  private long bins(int exponent) {
    List<Histogram> common = all().stream().map(h -> h.coarsened(exponent)).toList();
    return common.stream().mapToLong(Histogram::end).max().orElse(0)
        - common.stream().mapToLong(Histogram::first).min().orElse(0);
  }

  private static String shares(List<Histogram> histograms, int exponent, long first, int bins) {
    int[] shares = new int[histograms.size() * bins];
    int at = 0;
    for (Histogram histogram : histograms) {
      Histogram common = histogram.coarsened(exponent);
      long total = StrictMath.max(1, common.total());
      for (int k = 0; k < bins; k++) {
        shares[at++] = (int) StrictMath.rint((double) common.count(first + k) / total * WHOLE);
      }
    }
    return Packed.pairs(shares);
  }
}
