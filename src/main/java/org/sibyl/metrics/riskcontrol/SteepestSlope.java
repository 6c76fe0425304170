package org.sibyl.metrics.riskcontrol;

import java.util.Arrays;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.risk.ControlledRule;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * The largest Wasserstein distance of order 1 between losses of one rule under two deployed ones,
 * per unit of their lambdas, over a grid of all three. Only neighbors on the grid are compared: by
 * the triangle inequality no other pair is steeper. All meet the same noise.
 *
 * @param slope in units of loss per unit of lambda
 * @param from the lower one of the deployed lambdas that attain it
 * @param to the higher one
 * @param judged lambda of the rule whose losses they are
 * @param step of the grid
 * @param comparisons G, how many distances it is the largest of
 * @param people n, in each sample
 * @param greatestLoss of the rule; infinite where there is none
 */
public record SteepestSlope(
    double slope,
    double from,
    double to,
    double judged,
    double step,
    int comparisons,
    int people,
    double greatestLoss) {
  private static final Range INNER = Range.parse("(0, 1)");

  /**
   * The steepest slope over lambdas from low to high.
   *
   * @param map the data that a rule induces, the same people for every rule
   * @param risk whose losses; its measure does not matter
   * @param low the least lambda
   * @param high above {@code low}
   * @param steps of the grid between the two, at least 1
   * @throws IllegalArgumentException for a loss that is not a number, as where labels are missing
   */
  public static SteepestSlope of(
      DistributionMap map, RiskTarget risk, double low, double high, int steps) {
    Check.atLeast("steps", steps, 1);
    if (!(low < high)) {
      throw Check.invalid("low", Double.toString(low), "must be below high, " + high);
    }
    double[] grid = new double[steps + 1];
    Arrays.setAll(grid, k -> low + (high - low) * k / steps);
    double step = (high - low) / steps;
    ControlledRule rule = risk.rule();
    Cohort lower = map.sample(rule.model(grid[0]), 0);
    Check.atLeast("people", lower.size(), 1);
    double steepest = -1;
    double from = low;
    double judged = low;
    for (int k = 0; k < steps; k++) {
      Cohort upper = map.sample(rule.model(grid[k + 1]), 0);
      Check.sameSize("people", upper.size(), "those of another lambda", lower.size());
      for (double lambda : grid) {
        double distance = distance(losses(rule, lower, lambda), losses(rule, upper, lambda));
        if (distance > steepest) {
          steepest = distance;
          from = grid[k];
          judged = lambda;
        }
      }
      lower = upper;
    }
    return new SteepestSlope(
        steepest / step,
        from,
        from + step,
        judged,
        step,
        steps * (steps + 1),
        lower.size(),
        rule.greatestLoss());
  }

  /**
   * What a difference of mean losses, per unit of lambda, can be in a sample where there is none in
   * truth: exceeded by any of the comparisons with at most this probability. By Hoeffding's
   * inequality for a person's difference of losses, which lies in [-greatest, greatest].
   *
   * @param failure in (0, 1)
   */
  public double noiseFloor(double failure) {
    Check.within("failure", failure, INNER);
    double unit = StrictMath.sqrt(2 * StrictMath.log(2 * comparisons / failure) / people);
    return greatestLoss * unit / step;
  }

  private static double[] losses(ControlledRule rule, Cohort cohort, double lambda) {
    double[] losses = new double[cohort.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = rule.loss(cohort.features().get(i, 0), cohort.outcomes().get(i), lambda);
      if (Double.isNaN(losses[i])) {
        throw Check.invalid(
            "loss of individual " + cohort.individuals()[i], "NaN", "must be a number");
      }
    }
    return losses;
  }

  /** Of two samples of the same size: the mean distance of their losses, rank by rank. */
  private static double distance(double[] losses, double[] others) {
    double value = greatest(losses, others);
    if (isOnly(value, losses) && isOnly(value, others)) { // quicker than to sort
      return Math.abs(sum(losses) - sum(others)) / losses.length;
    }
    Arrays.sort(losses);
    Arrays.sort(others);
    double sum = 0;
    for (int i = 0; i < losses.length; i++) {
      sum += Math.abs(losses[i] - others[i]);
    }
    return sum / losses.length;
  }

  private static double greatest(double[] losses, double[] others) {
    double greatest = 0;
    for (int i = 0; i < losses.length; i++) {
      greatest = Math.max(greatest, Math.max(losses[i], others[i]));
    }
    return greatest;
  }

  private static boolean isOnly(double value, double[] losses) {
    for (double loss : losses) {
      if (loss != 0 && loss != value) {
        return false;
      }
    }
    return true;
  }

  private static double sum(double[] losses) {
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }
}
