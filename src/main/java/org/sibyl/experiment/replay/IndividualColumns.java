package org.sibyl.experiment.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.simulation.Round;

/**
 * What a round was to each individual, by column: what it was told, did, trusts after the round and
 * was expected to be paid, then Nature's facts. NaN where nothing was told.
 */
public final class IndividualColumns {
  private IndividualColumns() {}

  /** The columns of a round, in the order of {@code individuals.csv}. */
  public static Map<String, IntToDoubleFunction> of(Round round) {
    Outcomes outcomes = round.outcomes();
    boolean drawn = outcomes.facts().containsKey(CollectiveRisk.EXPECTED_PAYOFF);
    Map<String, IntToDoubleFunction> columns = new LinkedHashMap<>();
    columns.put("prediction", round.deployment().predictions()::get);
    columns.put("action", round.response().actions()::get);
    columns.put("trust", trust(round.revised()));
    columns.put(
        "payoff",
        drawn ? outcomes.fact(CollectiveRisk.EXPECTED_PAYOFF)::get : outcomes.payoffs()::get);
    if (drawn) {
      columns.put("drawn-payoff", outcomes.payoffs()::get);
    }
    outcomes
        .facts()
        .forEach(
            (fact, column) -> {
              if (!fact.equals(CollectiveRisk.EXPECTED_PAYOFF)) {
                columns.put(fact.name(), column::get);
              }
            });
    return columns;
  }

  private static IntToDoubleFunction trust(Population people) {
    if (!people.has(Attribute.TRUST)) {
      return i -> Double.NaN;
    }
    Column trust = people.column(Attribute.TRUST);
    return i -> LogOdds.probability(trust.get(i));
  }
}
