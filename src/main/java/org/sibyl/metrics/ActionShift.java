package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Range;
import org.sibyl.population.Attribute;
import org.sibyl.simulation.Round;

/**
 * The share of individuals who acted otherwise than the round before; NaN where last actions are
 * not known: in the first round of a game, and under a carryover that does not keep them.
 */
@About("share of individuals who acted otherwise than last round; none in round 1")
public record ActionShift() implements Metric {
  @Override
  public String name() {
    return "action-shift";
  }

  @Override
  public String unit() {
    return "share of individuals";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    Column before = round.before().population().column(Attribute.ACTION);
    Column now = round.response().actions();
    return Column.generate(now.size(), i -> changed(before.get(i), now.get(i))).mean();
  }

  private static double changed(double before, double now) {
    if (before == Attribute.NO_ACTION) {
      return Double.NaN;
    }
    return before == now ? 0 : 1;
  }
}
