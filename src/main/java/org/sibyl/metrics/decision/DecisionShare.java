package org.sibyl.metrics.decision;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * The share of people about whom this is decided, whether or not they take it up; NaN where nothing
 * was said to somebody.
 *
 * @param decision from 0
 */
@About("share of people about whom this is decided")
public record DecisionShare(
    @Parameter(value = "the decision, from 0", range = "[0, inf)") int decision) implements Metric {
  public DecisionShare {
    Check.atLeast("decision", decision, 0);
  }

  @Override
  public String name() {
    return "decision-share-" + decision;
  }

  @Override
  public String unit() {
    return "share";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    Column predictions = round.deployment().predictions();
    return predictions.firstNaN() >= 0
        ? Double.NaN
        : Column.generate(predictions.size(), i -> predictions.get(i) == decision ? 1 : 0).mean();
  }
}
