package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;

/**
 * The log of a randomised trial (Kim and Perdomo 2023, section 4.2): who came, what was decided
 * about them, what came of it, and how likely that decision was.
 *
 * @param decisions how many there are, k
 * @param features people x features, as they were when it was decided
 * @param decided the decision about each, from 0
 * @param outcomes 0 or 1, one for each
 * @param propensities e(decided | x), in (0, 1], one for each
 */
public record TrialLog(
    int decisions, Matrix features, Column decided, Column outcomes, Column propensities) {

  public TrialLog {
    Check.atLeast("decisions", decisions, 1);
    Check.sameSize("decided", decided.size(), "the log", features.rows());
    Check.sameSize("outcomes", outcomes.size(), "the log", features.rows());
    Check.sameSize("propensities", propensities.size(), "the log", features.rows());
    for (int i = 0; i < decided.size(); i++) {
      double decision = decided.get(i);
      if (!(decision >= 0 && decision < decisions && decision == StrictMath.rint(decision))) {
        throw Check.invalid(
            "decided[" + i + "]",
            Double.toString(decision),
            "must be a whole number below " + decisions);
      }
      double outcome = outcomes.get(i);
      if (outcome != 0 && outcome != 1) {
        throw Check.invalid("outcomes[" + i + "]", Double.toString(outcome), "must be 0 or 1");
      }
      double propensity = propensities.get(i);
      if (!(propensity > 0 && propensity <= 1)) {
        throw Check.invalid(
            "propensities[" + i + "]", Double.toString(propensity), "must lie in (0, 1]");
      }
    }
  }

  /**
   * What was observed of a trial, all cohorts together.
   *
   * @throws IllegalArgumentException when a cohort's model was not randomised, or a label is hidden
   */
  public static TrialLog of(int decisions, List<Cohort> cohorts) {
    List<double[]> rows = new ArrayList<>();
    int columns = cohorts.isEmpty() ? 0 : cohorts.get(0).features().columns();
    List<Double> decided = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    List<Double> propensities = new ArrayList<>();
    for (Cohort cohort : cohorts) {
      Column given =
          cohort
              .propensities()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "trial: round "
                              + cohort.round()
                              + " was not randomised"
                              + ", so nothing is known of other decisions. Deploy a trial first."));
      for (int i = 0; i < cohort.size(); i++) {
        double[] row = new double[columns];
        cohort.features().copyRow(i, row);
        rows.add(row);
        decided.add(cohort.predictions().get(i));
        outcomes.add(cohort.outcomes().get(i));
        propensities.add(given.get(i));
      }
    }
    double[] flat = new double[rows.size() * columns];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, flat, i * columns, columns);
    }
    return new TrialLog(
        decisions,
        Matrix.of(rows.size(), columns, flat),
        column(decided),
        column(outcomes),
        column(propensities));
  }

  private static Column column(List<Double> values) {
    return Column.generate(values.size(), values::get);
  }

  /** How many people. */
  public int size() {
    return features.rows();
  }

  /** The least propensity in the log; 1 for an empty log. */
  public double leastPropensity() {
    double least = 1;
    for (int i = 0; i < size(); i++) {
      least = StrictMath.min(least, propensities.get(i));
    }
    return least;
  }
}
