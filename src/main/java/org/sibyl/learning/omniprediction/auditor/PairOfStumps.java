package org.sibyl.learning.omniprediction.auditor;

import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Split;

/**
 * The best tree of two levels: for every cut, the best stump or constant on either side. Of equally
 * cheap ones it takes a stump or constant first, then the first feature and cut.
 */
final class PairOfStumps {
  private PairOfStumps() {}

  static DecisionRule of(SortedPoints points, Costs costs) {
    Best one = StumpSearch.of(points, costs);
    DecisionRule rule = one.rule(points);
    double least = one.cost();
    for (int f = 0; f < points.features(); f++) {
      int[] order = points.of(f);
      for (int place = 1; place < order.length; place++) {
        if (order[place] < 0) {
          SortedPoints low = points.side(f, place, true);
          SortedPoints high = points.side(f, place, false);
          Best below = StumpSearch.of(low, costs);
          Best from = StumpSearch.of(high, costs);
          if (below.cost() + from.cost() < least) {
            least = below.cost() + from.cost();
            rule =
                new Split(points.column(f), points.cut(f, place), below.rule(low), from.rule(high));
          }
        }
      }
    }
    return rule;
  }
}
