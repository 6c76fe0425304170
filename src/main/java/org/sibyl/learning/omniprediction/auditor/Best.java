package org.sibyl.learning.omniprediction.auditor;

import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Stump;

/**
 * The best of the stumps and constants on some points.
 *
 * @param feature where it cuts, by its place among those that can be cut; -1 for a constant
 * @param place in the order of the feature before which it cuts
 * @param below the decision below, or everywhere
 * @param from the decision from the cut on
 * @param cost of all points
 */
record Best(int feature, int place, int below, int from, double cost) {
  static Best constant(int decision, double cost) {
    return new Best(-1, 0, decision, decision, cost);
  }

  boolean isConstant() {
    return feature < 0;
  }

  DecisionRule rule(SortedPoints points) {
    return isConstant()
        ? new Always(below)
        : new Stump(points.column(feature), points.cut(feature, place), below, from);
  }
}
