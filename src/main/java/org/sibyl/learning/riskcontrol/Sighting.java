package org.sibyl.learning.riskcontrol;

import java.util.Arrays;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;

/**
 * Who was observed, with which labels, so that the same people can be recognised. Only numbers and
 * labels are compared: scores respond, and new people may bear the numbers of old ones.
 *
 * @param individuals their numbers
 * @param labels theirs
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
record Sighting(int[] individuals, Column labels) {
  /** With so many labels beside the commonest, chance repeats them all once in 1e11 rounds. */
  private static final int TELLING = 20;

  static Sighting of(Cohort cohort) {
    return new Sighting(cohort.individuals(), cohort.outcomes());
  }

  /** Whether this cohort is the same people, beyond what chance could do. */
  boolean isSameAs(Cohort cohort) {
    return Arrays.equals(individuals, cohort.individuals())
        && labels.equals(cohort.outcomes())
        && labels.size() - commonest() >= TELLING;
  }

  /** How often the commonest label occurs. */
  private int commonest() {
    double[] sorted = labels.toArray();
    Arrays.sort(sorted);
    int most = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && Double.compare(sorted[i], sorted[i - 1]) == 0 ? run + 1 : 1;
      most = StrictMath.max(most, run);
    }
    return most;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sighting s
        && Arrays.equals(individuals, s.individuals)
        && labels.equals(s.labels);
  }

  @Override
  public int hashCode() {
    return labels.hashCode();
  }
}
