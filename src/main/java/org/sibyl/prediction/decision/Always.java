package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * The same decision about everyone.
 *
 * @param decision from 0
 */
@About("the same decision about everyone")
public record Always(@Parameter(value = "the decision, from 0", range = "[0, inf)") int decision)
    implements DecisionRule {
  public Always {
    Check.atLeast("decision", decision, 0);
  }

  @Override
  public int decide(double[] features) {
    return decision;
  }

  @Override
  public void check(int decisions, int features) {
    Places.decision("decision", decision, decisions);
  }
}
