package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * How far people are moved: the mean Euclidean distance between the features they show and their
 * base features. Its supremum over models is the performative power.
 */
@About(
    value = "mean distance between the features that people show and their base",
    source = "Hardt, Jagadeesan, Mendler-Dünner 2022, section 2")
public record MeanShift() implements Metric {
  @Override
  public String name() {
    return "mean-shift";
  }

  @Override
  public String unit() {
    return "distance of features";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    Matrix shown = round.response().features();
    Matrix base = round.before().population().baseFeatures();
    return Column.generate(shown.rows(), i -> distance(shown, base, i)).mean();
  }

  private static double distance(Matrix shown, Matrix base, int individual) {
    double squares = 0;
    for (int k = 0; k < shown.columns(); k++) {
      double moved = shown.get(individual, k) - base.get(individual, k);
      squares += moved * moved;
    }
    return StrictMath.sqrt(squares);
  }
}
