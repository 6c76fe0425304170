package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * How large samples must be for errors to be estimated well enough, by concentration inequalities
 * (Kim and Perdomo 2023, section 4.2, with constants corrected). Computed in floating point; sizes
 * beyond 2^53 are refused, as they would not be exact.
 *
 * @param tolerance s or epsilon: how far estimates may be off, in units of loss, above 0
 * @param failure delta: how probable it may be that one is further off, in (0, 1)
 * @param greatestWeight B: 1 over the least propensity, at least 1; the number of decisions in a
 *     uniform trial
 * @param max the greatest loss, above 0
 */
public record SampleSizes(double tolerance, double failure, double greatestWeight, double max) {
  private static final double MOST = 0x1p53;
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range INSIDE = Range.parse("(0, 1)");
  private static final Range WEIGHTS = Range.parse("[1, inf)");

  /** Which constants the bound of Hoeffding has. */
  public enum Constants {
    /** As printed in corollary 4.4: 2, four times as many samples as needed. */
    PAPER,
    /** As Hoeffding's inequality gives it: 1/2. */
    TIGHT
  }

  /** The inequality that a size comes from. */
  public enum Inequality {
    /** By the range of the estimates. */
    HOEFFDING,
    /** By their range and their variance. */
    BERNSTEIN
  }

  /**
   * A size, and where it comes from.
   *
   * @param people in the sample
   * @param by the inequality
   */
  public record Size(long people, Inequality by) {}

  /**
   * The samples of a whole run.
   *
   * @param labelled people about whom it was decided at random
   * @param unlabelled people of whom only features are known
   */
  public record WholeRun(long labelled, long unlabelled) {}

  public SampleSizes {
    Check.within("tolerance", tolerance, POSITIVE);
    Check.within("failure", failure, INSIDE);
    Check.within("greatest-weight", greatestWeight, WEIGHTS);
    Check.within("max", max, POSITIVE);
  }

  /**
   * For the risks of so many pairs of loss and rule, by inverse propensities.
   *
   * @param pairs M, at least 1
   */
  public long hoeffding(Constants constants, long pairs) {
    return size(risks(constants) * logarithm(pairs, failure), "the sample");
  }

  /** For so many errors, by residuals; as for risks with the paper's constant. */
  public long residual(long pairs) {
    return hoeffding(Constants.PAPER, pairs);
  }

  /** For so many risks, by Bernstein's inequality: the variance is at most (B - 1) max squared. */
  public long bernstein(long pairs) {
    double factor =
        2 * variance() / (tolerance * tolerance) + 2 * greatestWeight * max / (3 * tolerance);
    return size(factor * logarithm(pairs, failure), "the sample");
  }

  /** The variance of an estimated risk is at most this. */
  private double variance() {
    double ofLoss = greatestWeight >= 2 ? greatestWeight - 1 : greatestWeight * greatestWeight / 4;
    return ofLoss * max * max;
  }

  /** For so many risks, by the better inequality; by Hoeffding's when they are equal. */
  public Size least(long pairs) {
    long byRange = hoeffding(Constants.TIGHT, pairs);
    long byVariance = bernstein(pairs);
    return byVariance < byRange
        ? new Size(byVariance, Inequality.BERNSTEIN)
        : new Size(byRange, Inequality.HOEFFDING);
  }

  /**
   * For a whole run with a new batch for each round: the true risks of rules once, of best
   * decisions in every round, and the modelled ones on people without outcomes (proposition 4.5).
   * Labelled and unlabelled samples fail with the given probability each, so at most twice that
   * together.
   *
   * @param losses how many, |L|
   * @param rules how many, |H|
   * @param updates at most in a run
   */
  public WholeRun freshBatches(Constants constants, long losses, long rules, long updates) {
    double rounds = positive("updates", updates, 0) + 1.0;
    double pairs = (double) positive("losses", losses, 1) * positive("rules", rules, 1);
    long once = size(risks(constants) * logarithm(pairs, failure / 2), "the first batch");
    long each = size(risks(constants) * logarithm(losses, failure / (2 * rounds)), "each batch");
    double modelled = max * max / (2 * tolerance * tolerance);
    long unlabelled =
        size(modelled * logarithm(pairs + losses, failure / rounds), "each unlabelled batch");
    return new WholeRun(
        size(once + rounds * each, "the whole run"),
        size(rounds * unlabelled, "the whole run without outcomes"));
  }

  /**
   * For a whole run that uses one log again and again, by residuals and a union over all runs there
   * can be.
   *
   * @param step FIXED or CERTIFIED, whose runs follow from which pairs violate in which direction
   * @throws IllegalArgumentException for other steps: they depend on the log in more ways than can
   *     be counted
   */
  public long reusedLog(StepPolicy step, long losses, long rules, long updates) {
    if (step != StepPolicy.FIXED && step != StepPolicy.CERTIFIED) {
      throw Check.invalid(
          "step",
          step.toString(),
          "has no bound for a log that is used again. Take FIXED or CERTIFIED");
    }
    double rounds = positive("updates", updates, 0) + 1.0;
    double choices = 2 * (positive("rules", rules, 0) + 1.0) * positive("losses", losses, 1);
    double logarithm = rounds * StrictMath.log(choices) + StrictMath.log(2 / failure);
    return size(risks(Constants.PAPER) * logarithm, "the log");
  }

  /**
   * For deploying every rule in turn instead of a trial, all samples together: no weights are
   * needed then.
   */
  public long deployingAll(long losses, long rules) {
    double pairs = (double) positive("losses", losses, 1) * positive("rules", rules, 1);
    double one = max * max * logarithm(pairs, failure) / (2 * tolerance * tolerance);
    return size(rules * (double) size(one, "each deployment"), "all deployments");
  }

  /**
   * The number of independent people that so many are worth when outcomes depend on others: people
   * over 1 + the greatest degree of the graph that joins those whose exposures overlap.
   */
  public static double effective(long people, long greatestDegree) {
    return positive("people", people, 0) / (1.0 + positive("greatest-degree", greatestDegree, 0));
  }

  /** How many people it takes to be worth so many independent ones. */
  public static long dependent(long independent, long greatestDegree) {
    double factor = 1.0 + positive("greatest-degree", greatestDegree, 0);
    return size(positive("independent", independent, 0) * factor, "the sample");
  }

  /** B squared max squared over tolerance squared, times the constant of Hoeffding's inequality. */
  private double risks(Constants constants) {
    double width = greatestWeight * max / tolerance;
    return (constants == Constants.PAPER ? 2 : 0.5) * width * width;
  }

  private static double logarithm(double pairs, double failure) {
    if (!(pairs >= 1)) {
      throw Check.invalid("pairs", Double.toString(pairs), "must be at least 1");
    }
    return StrictMath.log(2 * pairs / failure);
  }

  private static long positive(String name, long value, long least) {
    if (value < least) {
      throw Check.invalid(name, Long.toString(value), "must be at least " + least);
    }
    return value;
  }

  private static long size(double size, String name) {
    double whole = StrictMath.ceil(size);
    if (!(whole <= MOST)) {
      throw Check.invalid(
          name,
          Double.toString(whole),
          "must be at most 2^53 people. Give a larger tolerance or failure probability");
    }
    return (long) whole;
  }
}
