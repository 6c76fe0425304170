package org.sibyl.outcome;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sibyl.numeric.Column;
import org.sibyl.population.Attribute;

/**
 * What came of a round. Labels reach the learner; payoffs and facts only metrics and inspectors.
 *
 * @param labels one for each individual
 * @param payoffs one for each individual, in units of money of the scenario
 * @param facts further columns, in the order given
 */
public record Outcomes(Column labels, Column payoffs, Map<Attribute, Column> facts) {
  public Outcomes {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** A fact that Nature records; an unknown one is an error that names the known. */
  public Column fact(Attribute attribute) {
    Column column = facts.get(attribute);
    if (column == null) {
      throw new IllegalArgumentException(
          "outcome: records no '" + attribute + "'. Known: " + facts.keySet() + ".");
    }
    return column;
  }
}
