package org.sibyl.learning.omniprediction.auditor;

import java.util.Arrays;
import java.util.List;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;

/**
 * All stumps and constants: any feature, any cut, any decision on either side. Exact. Points are
 * sorted once, in time O(d n) for n points with d features, and one int is kept for each of their
 * features; a search then takes time O(d n k) for dense costs, and hardly more than O(d n) for
 * those of a log.
 *
 * @param features to cut, from 0, each once; all when empty
 * @param cuts the only ones to try; all when empty
 */
@About("all stumps and constants, with the points sorted once")
public record Stumps(
    @Parameter(value = "the features to cut, from 0; all when empty", byDefault = "[]")
        List<Integer> features,
    @Parameter(
            value = "the only cuts to try; all when empty",
            range = "(-inf, inf)",
            byDefault = "[]")
        Values cuts)
    implements Auditor {
  public Stumps {
    for (int feature : features) {
      Check.atLeast("features", feature, 0);
    }
    if (features.stream().distinct().count() < features.size()) {
      throw Check.invalid("features", features.toString(), "must name each feature once");
    }
    cuts.within("cuts", Range.FINITE);
    features = List.copyOf(features);
  }

  /** Those of any feature and cut. */
  public static Stumps all() {
    return new Stumps(List.of(), Values.each());
  }

  @Override
  public Search on(Matrix points, int decisions) {
    SortedPoints sorted = SortedPoints.of(points, features, cuts);
    return costs -> StumpSearch.of(sorted, costs).rule(sorted);
  }

  @Override
  public boolean isCountedByPeople() {
    return cuts.given().length == 0;
  }

  @Override
  public boolean isExact() {
    return true;
  }

  /**
   * With a list of cuts, the number of rules, whatever the points are. Without, the number of ways
   * to decide about these points: a constant, or for each feature a cut between values that differ
   * and two decisions; ways that two features share count twice.
   */
  @Override
  public double size(Matrix points, int decisions) {
    double pairs = (double) decisions * (decisions - 1);
    long listed = Arrays.stream(cuts.given()).distinct().count();
    double cutting =
        listed > 0
            ? (double) listed * (features.isEmpty() ? points.columns() : features.size())
            : SortedPoints.of(points, features, cuts).cuts();
    return decisions + cutting * pairs;
  }
}
