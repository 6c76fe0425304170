package org.sibyl.learning.omniprediction;

import java.util.Arrays;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * What is known of outcomes: either the truth about every decision, for every kind of person, or
 * the log of a trial, which tells of one decision about each. Both say how far a model's
 * probability q is from the truth by weight (q - target), summed over people: exactly, or without
 * bias by inverse propensities, which is the residual estimate (it equals the doubly robust one
 * with the model itself as outcome model).
 *
 * <p>Points are kinds of people, or the people of a log. A point has entries: k of them, one for
 * each decision, or a single one for the decision that was taken.
 */
public final class Evidence {
  private final Matrix features;
  private final double[] mass;
  private final int decisions;
  private final Entries entries;
  private final Support support;
  private final Origin origin;

  private Evidence(
      Matrix features,
      double[] mass,
      int decisions,
      Entries entries,
      Support support,
      Origin origin) {
    this.features = features;
    this.mass = mass;
    this.decisions = decisions;
    this.entries = entries;
    this.support = support;
    this.origin = origin;
  }

  private record Origin(
      boolean exact, boolean estimated, boolean dependent, double greatestWeight, long people) {}

  /**
   * The truth.
   *
   * @param features kinds of people x features
   * @param shares of the kinds, at least 0, sum 1
   * @param truth p*
   */
  public static Evidence of(Matrix features, Column shares, OutcomeModel truth) {
    Check.sameSize("shares", shares.size(), "the kinds of people", features.rows());
    int decisions = truth.decisions();
    double[] mass = shares.toArray();
    checkShares(mass);
    double[] weights = new double[mass.length * decisions];
    for (int entry = 0; entry < weights.length; entry++) {
      weights[entry] = mass[entry / decisions];
    }
    return new Evidence(
        features,
        mass,
        decisions,
        new Entries(new int[0], weights, Probabilities.of(truth, features)),
        Support.full(decisions),
        new Origin(true, false, false, 1, Long.MAX_VALUE));
  }

  private static void checkShares(double... shares) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      if (!(shares[i] >= 0)) {
        throw Check.invalid("shares[" + i + "]", Double.toString(shares[i]), "must be at least 0");
      }
      sum += shares[i];
    }
    if (!(StrictMath.abs(sum - 1) <= 1e-9)) {
      throw Check.invalid("shares", Double.toString(sum), "must have the sum 1");
    }
  }

  /** The log of a trial, at least one person. */
  public static Evidence of(TrialLog log) {
    int people = Check.atLeast("log", log.size(), 1);
    double[] mass = new double[people];
    Arrays.fill(mass, 1.0 / people);
    int[] decided = new int[people];
    double[] weights = new double[people];
    for (int i = 0; i < people; i++) {
      decided[i] = (int) log.decided().get(i);
      weights[i] = 1 / (people * log.propensities().get(i));
    }
    return new Evidence(
        log.features(),
        mass,
        log.decisions(),
        new Entries(decided, weights, log.outcomes().toArray()),
        Support.of(log),
        new Origin(false, log.estimated(), false, 1 / log.leastPropensity(), people));
  }

  /**
   * The same with equal people made one point: quick where there are few kinds of people. Sums are
   * the same but for rounding.
   */
  public Evidence gathered() {
    return gathered(Gathering.of(features, size()).orElseThrow());
  }

  /** The same gathered when that at least halves the entries, else itself. */
  Evidence compact() {
    return Gathering.of(features, entries() / (2 * decisions)).map(this::gathered).orElse(this);
  }

  private Evidence gathered(Gathering gathering) {
    return new Evidence(
        features.rows(gathering.first()),
        gathering.mass(this),
        decisions,
        gathering.entries(this),
        support.gathered(gathering.kind()),
        origin);
  }

  /**
   * The truth about other people: each kind counts as often as its weight says (Kim and Perdomo
   * 2023, section 3.3).
   *
   * @param weight with mean 1
   * @throws IllegalArgumentException for a log, and when the mean of the weight is not 1
   */
  public Evidence reweighted(ImportanceWeight weight) {
    if (!isExact()) {
      throw new IllegalArgumentException(
          "evidence: is a log, of which only the truth is reweighted. Weight the losses instead.");
    }
    weight.checkMean(features, Column.of(mass));
    return new Evidence(
        features,
        weighted(mass, 1, weight),
        decisions,
        entries.weighted(weighted(entries.weights(), decisions, weight)),
        support,
        origin);
  }

  private double[] weighted(double[] numbers, int each, ImportanceWeight weight) {
    double[] row = new double[features.columns()];
    double[] weighted = new double[numbers.length];
    for (int place = 0; place < numbers.length; place++) {
      features.copyRow(place / each, row);
      weighted[place] = numbers[place] * weight.of(row);
    }
    return weighted;
  }

  /**
   * The potential: the mean squared distance of a model from the truth, summed over decisions; NaN
   * where the truth is not known.
   *
   * @param probabilities the model's, point after point, k each
   */
  public double potential(double... probabilities) {
    if (!isExact()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int entry = 0; entry < probabilities.length; entry++) { // the truth tells of all decisions
      double apart = probabilities[entry] - target(entry);
      sum += weight(entry) * apart * apart;
    }
    return sum;
  }

  /**
   * Refuses a log that cannot tell whether all decisions were possible.
   *
   * @throws IllegalArgumentException when one does not occur and laws are not given
   */
  public void requireSeen() {
    support.requireSeen();
  }

  /** Whether this is the truth, without sampling error. */
  public boolean isExact() {
    return origin.exact();
  }

  /** Whether the propensities were estimated, so that nothing can be certified. */
  public boolean isEstimated() {
    return origin.estimated();
  }

  /**
   * The same, of people who depend on each other: they were decided about in clusters, or come
   * again in other logs of the run. Then nothing can be certified, as a log is not worth as many
   * people as it has.
   */
  public Evidence dependent() {
    Origin known =
        new Origin(
            origin.exact(), origin.estimated(), true, origin.greatestWeight(), origin.people());
    return new Evidence(features, mass, decisions, entries, support, known);
  }

  /** Whether its people depend on each other, as far as is known. */
  public boolean isDependent() {
    return origin.dependent();
  }

  /** How many points. */
  public int size() {
    return mass.length;
  }

  /** How many decisions, k. */
  public int decisions() {
    return decisions;
  }

  /** Points x features. */
  public Matrix features() {
    return features;
  }

  /** The share of people at a point. */
  public double mass(int point) {
    return mass[point];
  }

  /** How many people a log has; the greatest number there is for the truth. */
  public long people() {
    return origin.people();
  }

  /** B: 1 over the least propensity; 1 for the truth. */
  public double greatestWeight() {
    return origin.greatestWeight();
  }

  /** Which decisions it tells of. */
  Support support() {
    return support;
  }

  /** The first entry of a point; that of the next one is where this one's end. */
  public int first(int point) {
    return isSparse() ? point : point * decisions;
  }

  /** How many entries there are. */
  public int entries() {
    return entries.weights().length;
  }

  /** The decision that an entry tells of. */
  public int decision(int entry) {
    return isSparse() ? entries.decided()[entry] : entry % decisions;
  }

  /** Whether a point has a single entry. */
  public boolean isSparse() {
    return entries.decided().length > 0;
  }

  /** The weight of an entry: the share of people, over their propensity. */
  public double weight(int entry) {
    return entries.weights()[entry];
  }

  /** What the model's probability is held against: the true one, or what came of it. */
  public double target(int entry) {
    return entries.targets()[entry];
  }

  /**
   * The entry of a point that tells of a decision, or -1 when another one was taken.
   *
   * @throws IllegalArgumentException when there is no such decision, or the trial could not make it
   */
  public int entry(int point, int decision) {
    if (decision < 0 || decision >= decisions) {
      throw Check.invalid(
          "decision about point " + point,
          Integer.toString(decision),
          "must be one of the " + decisions + " decisions, counted from 0");
    }
    support.require(point, decision);
    if (!isSparse()) {
      return point * decisions + decision;
    }
    return entries.decided()[point] == decision ? point : -1;
  }

  /**
   * err(loss, h; q): by how much the model overrates the risk of a rule, modelled less true (Kim
   * and Perdomo 2023, definition 3.1), in [-max B, max B].
   *
   * @param loss of the rule
   * @param decisionsOfRule what the rule decides at each point
   * @param probabilities the model's, point after point, k each
   * @throws IllegalArgumentException when the trial could not make one of these decisions
   */
  public double error(DecisionLoss loss, int[] decisionsOfRule, double[] probabilities) {
    double[] row = new double[features.columns()];
    double sum = 0;
    for (int i = 0; i < decisionsOfRule.length; i++) {
      int entry = entry(i, decisionsOfRule[i]);
      if (entry >= 0 && weight(entry) != 0) {
        features.copyRow(i, row);
        double q = probabilities[i * decisions + decisionsOfRule[i]];
        sum += weight(entry) * loss.slope(row, decisionsOfRule[i]) * (q - target(entry));
      }
    }
    return sum;
  }
}
