package org.sibyl.learning.omniprediction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * Equal points, put together.
 *
 * @param kind of each point, numbered as they first occur
 * @param first point of each kind
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Gathering(int[] kind, int[] first) {

  /** The kinds of points, unless there are more than so many. */
  static Optional<Gathering> of(Matrix features, int most) {
    Map<Column, Integer> kinds = new LinkedHashMap<>();
    int[] kind = new int[features.rows()];
    int[] first = new int[features.rows()];
    double[] row = new double[features.columns()];
    for (int i = 0; i < kind.length; i++) {
      features.copyRow(i, row);
      Integer known = kinds.putIfAbsent(Column.of(row), kinds.size());
      kind[i] = known == null ? kinds.size() - 1 : known;
      if (known == null) {
        first[kind[i]] = i;
        if (kinds.size() > most) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Gathering(kind, Arrays.copyOf(first, kinds.size())));
  }

  double[] mass(Evidence evidence) {
    double[] mass = new double[first.length];
    for (int i = 0; i < kind.length; i++) {
      mass[kind[i]] += evidence.mass(i);
    }
    return mass;
  }

  /** One entry for each kind and decision: weights are summed, targets are weighted means. */
  Entries entries(Evidence evidence) {
    int decisions = evidence.decisions();
    double[] weights = new double[first.length * decisions];
    double[] targets = new double[first.length * decisions];
    for (int i = 0; i < kind.length; i++) {
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        int to = kind[i] * decisions + evidence.decision(entry);
        weights[to] += evidence.weight(entry);
        targets[to] += evidence.weight(entry) * evidence.target(entry);
      }
    }
    for (int entry = 0; entry < targets.length; entry++) {
      targets[entry] = weights[entry] == 0 ? 0 : targets[entry] / weights[entry];
    }
    return new Entries(new int[0], weights, targets);
  }
}
