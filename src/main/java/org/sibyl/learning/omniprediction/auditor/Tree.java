package org.sibyl.learning.omniprediction.auditor;

import java.util.List;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Split;

/**
 * Decision trees, grown from the top: each node is cut where the best stump for its points is,
 * until that is no better than a constant or the tree is deep enough. Exact for one level only; for
 * two it can try every tree, in time O((d n)^2 k) for n points with d features, which is therefore
 * limited to {@value #MOST} points.
 *
 * @param depth levels of cuts, at least 1
 * @param exact whether to try every tree, for a depth of at most 2
 */
@About("decision trees, grown from the top by the best stump of each node")
public record Tree(
    @Parameter(value = "levels of cuts", range = "[1, inf)") int depth,
    @Parameter(value = "whether to try every tree, of two levels at most", byDefault = "false")
        boolean exact)
    implements Auditor {
  /** The most points for which every tree is tried. */
  public static final int MOST = 2000;

  public Tree {
    Check.atLeast("depth", depth, 1);
    if (exact && depth > 2) {
      throw Check.invalid(
          "depth", Integer.toString(depth), "must be at most 2 to try every tree (exact: true)");
    }
  }

  @Override
  public Search on(Matrix features, int decisions) {
    if (exact && features.rows() > MOST) {
      throw Check.invalid(
          "exact",
          Integer.toString(features.rows()) + " points",
          "are more than the " + MOST + " for which every tree can be tried. Leave exact out");
    }
    SortedPoints sorted = SortedPoints.of(features, List.of(), Values.each());
    return exact && depth == 2
        ? costs -> PairOfStumps.of(sorted, costs)
        : costs -> grown(sorted, costs, depth);
  }

  private static DecisionRule grown(SortedPoints points, Costs costs, int depth) {
    Best best = StumpSearch.of(points, costs);
    if (depth == 1 || best.isConstant()) {
      return best.rule(points);
    }
    int f = best.feature();
    return new Split(
        points.column(f),
        points.cut(f, best.place()),
        grown(points.side(f, best.place(), true), costs, depth - 1),
        grown(points.side(f, best.place(), false), costs, depth - 1));
  }

  @Override
  public boolean isCountedByPeople() {
    return true;
  }

  @Override
  public boolean isExact() {
    return exact || depth == 1;
  }

  /**
   * At most so many ways to decide about these points: a constant, or a cut between values that
   * differ and a tree of one level less on either side.
   */
  @Override
  public double size(Matrix features, int decisions) {
    double cuts = SortedPoints.of(features, List.of(), Values.each()).cuts();
    double size = decisions;
    for (int level = 0; level < depth && size < Double.POSITIVE_INFINITY && cuts > 0; level++) {
      size = decisions + cuts * size * size;
    }
    return size;
  }
}
