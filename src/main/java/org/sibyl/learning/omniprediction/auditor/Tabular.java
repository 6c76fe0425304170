package org.sibyl.learning.omniprediction.auditor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.TableRule;

/**
 * All functions of the features: decides for each kind of person what costs least for them. Exact.
 * Its audits ask for multi-accuracy in every cell, and so overfit where kinds are few people. For
 * kinds that are not among the points it decides what costs least for all; of equally cheap
 * decisions it takes the first.
 */
@About("all functions of the features: the cheapest decision for each kind of person")
public record Tabular() implements Auditor {
  @Override
  public Search on(Matrix features, int decisions) {
    Map<Column, Integer> kinds = new LinkedHashMap<>();
    int[] kind = kinds(features, kinds);
    return costs -> rule(kinds, kind, costs);
  }

  /** Numbers the kinds in order of appearance; says that of each point. */
  private static int[] kinds(Matrix features, Map<Column, Integer> numbers) {
    int[] kind = new int[features.rows()];
    double[] row = new double[features.columns()];
    for (int i = 0; i < kind.length; i++) {
      features.copyRow(i, row);
      for (int k = 0; k < row.length; k++) {
        row[k] += 0.0; // -0 is 0
      }
      Column person = Column.of(row);
      numbers.putIfAbsent(person, numbers.size());
      kind[i] = numbers.get(person);
    }
    return kind;
  }

  private static DecisionRule rule(Map<Column, Integer> kinds, int[] kind, Costs costs) {
    double[][] sums = new double[kinds.size()][costs.decisions()];
    double[] all = new double[costs.decisions()];
    for (int i = 0; i < kind.length; i++) {
      costs.addTo(i, sums[kind[i]]);
      costs.addTo(i, all);
    }
    return new TableRule(
        kinds.entrySet().stream()
            .map(
                each ->
                    new TableRule.Row(
                        Values.each(each.getKey().toArray()), least(sums[each.getValue()])))
            .toList(),
        least(all));
  }

  private static int least(double... sums) {
    return IntStream.range(0, sums.length)
        .reduce((best, other) -> sums[other] < sums[best] ? other : best)
        .orElse(0);
  }

  @Override
  public boolean isCountedByPeople() {
    return true;
  }

  @Override
  public boolean isExact() {
    return true;
  }

  /** k to the number of kinds of people among these points; infinite beyond what a double holds. */
  @Override
  public double size(Matrix features, int decisions) {
    Map<Column, Integer> kinds = new LinkedHashMap<>();
    kinds(features, kinds);
    return StrictMath.pow(decisions, kinds.size());
  }
}
