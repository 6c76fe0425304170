package org.sibyl.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * Writes {@code individuals.csv}: what each individual was told, did, trusts after the round and
 * was expected to be paid, then Nature's facts. Empty where nothing was told.
 */
final class IndividualsRecorder implements AutoCloseable {
  private final OutputFolder folder;
  private final BufferedWriter file;
  private boolean headed;

  IndividualsRecorder(OutputFolder folder) {
    this.folder = folder;
    this.file = folder.open("individuals.csv");
  }

  void observe(int replicate, Round round) {
    Map<String, IntToDoubleFunction> columns = columns(round);
    try {
      if (!headed) {
        file.write("replicate,round,individual," + String.join(",", columns.keySet()) + "\n");
        headed = true;
      }
      List<IntToDoubleFunction> values = new ArrayList<>(columns.values());
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < round.before().population().size(); i++) {
        line.setLength(0);
        line.append(replicate).append(',').append(round.number()).append(',').append(i);
        for (IntToDoubleFunction value : values) {
          line.append(',').append(Text.number(value.applyAsDouble(i)));
        }
        file.append(line).append('\n');
      }
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  private static Map<String, IntToDoubleFunction> columns(Round round) {
    Outcomes outcomes = round.outcomes();
    Population revised = round.revised();
    Column trust =
        revised.has(Attribute.TRUST)
            ? revised.column(Attribute.TRUST)
            : Column.constant(revised.size(), Double.NaN);
    boolean drawn = outcomes.facts().containsKey(CollectiveRisk.EXPECTED_PAYOFF);
    Map<String, IntToDoubleFunction> columns = new LinkedHashMap<>();
    columns.put("prediction", round.deployment().predictions()::get);
    columns.put("action", round.response().actions()::get);
    columns.put("trust", i -> LogOdds.probability(trust.get(i)));
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

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }
}
