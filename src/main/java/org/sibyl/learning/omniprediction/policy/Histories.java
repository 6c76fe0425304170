package org.sibyl.learning.omniprediction.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;

/** Cohorts that are kept until they are learned from. */
final class Histories {
  private Histories() {}

  static List<Cohort> with(List<Cohort> before, Episode episode) {
    List<Cohort> all = new ArrayList<>(before);
    all.addAll(episode.rounds());
    return List.copyOf(all);
  }

  /**
   * All people whose outcome was seen, as one cohort, with a last feature that is 1.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Cohort labelled(List<Cohort> history) {
    int columns = history.get(0).features().columns();
    List<double[]> rows = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    for (Cohort cohort : history) {
      for (int i = 0; i < cohort.size(); i++) {
        if (cohort.isLabelled(i)) {
          double[] row = new double[columns + 1];
          for (int k = 0; k < columns; k++) {
            row[k] = cohort.features().get(i, k);
          }
          row[columns] = 1;
          rows.add(row);
          outcomes.add(cohort.outcomes().get(i));
        }
      }
    }
    return cohort(history.get(0).round(), rows, outcomes);
  }

  private static Cohort cohort(int round, List<double[]> rows, List<Double> outcomes) {
    int people = Check.atLeast("people whose outcome was seen", rows.size(), 1);
    int columns = rows.get(0).length;
    double[] entries = new double[people * columns];
    for (int i = 0; i < people; i++) {
      System.arraycopy(rows.get(i), 0, entries, i * columns, columns);
    }
    int[] numbers = new int[people];
    Arrays.setAll(numbers, i -> i);
    return new Cohort(
        round,
        numbers,
        Matrix.of(people, columns, entries),
        Column.constant(people, 0),
        Column.generate(people, outcomes::get),
        Optional.empty(),
        Optional.empty());
  }
}
