package org.sibyl.learning.riskcontrol;

import java.util.Arrays;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.Cohort;

/**
 * People whose losses a curve is made of. Those who cost nothing under any rule may be left out of
 * the arrays, but are counted.
 *
 * @param people n: all of them
 * @param scores that they show, at most n; not to be written to
 * @param labels one for each score; not to be written to
 * @param weights by which their losses count, one for each score; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // handed from draw to curve, never compared
public record JudgedSample(int people, double[] scores, double[] labels, double[] weights) {
  public JudgedSample {
    Check.atLeast("cohort", people, 1);
    Check.atLeast("cohort", people, scores.length);
    Check.sameSize("labels", labels.length, "scores", scores.length);
    Check.sameSize("weights", weights.length, "scores", scores.length);
  }

  /** People who all count alike. */
  public static JudgedSample of(int people, double[] scores, double[] labels) {
    double[] weights = new double[scores.length];
    Arrays.fill(weights, 1);
    return new JudgedSample(people, scores, labels, weights);
  }

  /**
   * The people of a cohort. Losses of those who were not accepted count by the inverse of the
   * probability with which their labels are seen, and not at all where they are not seen (Horvitz
   * and Thompson 1952).
   *
   * @param review probability with which labels of those not accepted are seen, in (0, 1]
   */
  static JudgedSample of(Cohort cohort, double review) {
    int size = cohort.size();
    double[] scores = new double[size];
    double[] labels = new double[size];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      boolean seen = isSeen(cohort, i);
      scores[i] = cohort.features().get(i, 0);
      labels[i] = seen ? cohort.outcomes().get(i) : 0;
      weights[i] = !seen ? 0 : isAccepted(cohort, i) ? 1 : 1 / review;
    }
    return new JudgedSample(size, scores, labels, weights);
  }

  /** Whether labels are missing that the declared reviews do not account for. */
  static boolean isSelective(Cohort cohort, double review) {
    for (int i = 0; i < cohort.size(); i++) {
      if (!isSeen(cohort, i) && (review == 1 || isAccepted(cohort, i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSeen(Cohort cohort, int i) {
    return !Double.isNaN(cohort.outcomes().get(i)) && cohort.isLabelled(i);
  }

  private static boolean isAccepted(Cohort cohort, int i) {
    return cohort.predictions().get(i) > 0;
  }
}
