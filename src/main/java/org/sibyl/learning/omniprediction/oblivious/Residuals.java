package org.sibyl.learning.omniprediction.oblivious;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Column;

/**
 * How far a model is from the truth, by what it says: all people with the same probabilities
 * together, since no loss that ignores the person tells them apart. Probabilities that differ by
 * less than 2 to the -40 are the same: no rule of doubles tells them apart reliably.
 */
final class Residuals {
  private static final double GRID = 0x1p40;

  private final int decisions;
  private final List<double[]> vectors = new ArrayList<>();
  private final List<double[]> masses = new ArrayList<>();

  /**
   * On evidence.
   *
   * @param probabilities the model's, point after point, k each
   */
  Residuals(Evidence evidence, double[] probabilities) {
    decisions = evidence.decisions();
    Map<Column, Integer> known = new LinkedHashMap<>();
    for (int i = 0; i < evidence.size(); i++) {
      int from = i * decisions;
      Column key = Column.generate(decisions, a -> StrictMath.rint(probabilities[from + a] * GRID));
      int place = known.computeIfAbsent(key, unknown -> added(probabilities, from));
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        int decision = evidence.decision(entry);
        double apart = probabilities[from + decision] - evidence.target(entry);
        masses.get(place)[decision] += evidence.weight(entry) * apart;
      }
    }
  }

  private int added(double[] probabilities, int from) {
    double[] vector = new double[decisions];
    System.arraycopy(probabilities, from, vector, 0, decisions);
    vectors.add(vector);
    masses.add(new double[decisions]);
    return vectors.size() - 1;
  }

  /** V: how many different vectors of probabilities. */
  int size() {
    return vectors.size();
  }

  int decisions() {
    return decisions;
  }

  /** What the model says of a decision. */
  double probability(int vector, int decision) {
    return vectors.get(vector)[decision];
  }

  /** The sum of weight (q - target) of a decision, over all with that vector. */
  double mass(int vector, int decision) {
    return masses.get(vector)[decision];
  }
}
