package org.sibyl.learning.omniprediction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
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
  private final int[] decided; // of each point, where it has one entry; else empty
  private final double[] weights; // entries, point after point
  private final double[] targets;
  private final boolean exact;
  private final double greatestWeight;
  private final long people;

  private Evidence(
      Matrix features,
      double[] mass,
      int decisions,
      int[] decided,
      double[] weights,
      double[] targets,
      boolean exact,
      double greatestWeight,
      long people) {
    this.features = features;
    this.mass = mass;
    this.decisions = decisions;
    this.decided = decided;
    this.weights = weights;
    this.targets = targets;
    this.exact = exact;
    this.greatestWeight = greatestWeight;
    this.people = people;
  }

  /**
   * The truth.
   *
   * @param features kinds of people x features
   * @param shares of the kinds, at least 0, sum 1
   * @param truth p*
   */
  public static Evidence of(Matrix features, Column shares, OutcomeModel truth) {
    Check.sameSize("shares", shares.size(), "the kinds of people", features.rows());
    int points = features.rows();
    int decisions = truth.decisions();
    double[] mass = shares.toArray();
    double[] weights = new double[points * decisions];
    double[] targets = new double[points * decisions];
    double[] row = new double[features.columns()];
    double[] law = new double[decisions];
    double sum = 0;
    for (int i = 0; i < points; i++) {
      if (!(mass[i] >= 0)) {
        throw Check.invalid("shares[" + i + "]", Double.toString(mass[i]), "must be at least 0");
      }
      sum += mass[i];
      features.copyRow(i, row);
      truth.probabilities(row, law);
      for (int decision = 0; decision < decisions; decision++) {
        targets[i * decisions + decision] = Check.probability("probability", law[decision]);
        weights[i * decisions + decision] = mass[i];
      }
    }
    if (!(StrictMath.abs(sum - 1) <= 1e-9)) {
      throw Check.invalid("shares", Double.toString(sum), "must have the sum 1");
    }
    return new Evidence(
        features, mass, decisions, new int[0], weights, targets, true, 1, Long.MAX_VALUE);
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
        decided,
        weights,
        log.outcomes().toArray(),
        false,
        1 / log.leastPropensity(),
        people);
  }

  /**
   * The same with equal people made one point: quick where there are few kinds of people. Sums are
   * the same but for rounding.
   */
  public Evidence gathered() {
    Map<Column, Integer> kinds = new LinkedHashMap<>();
    int[] kind = new int[size()];
    double[] row = new double[features.columns()];
    int[] first = new int[size()];
    for (int i = 0; i < size(); i++) {
      features.copyRow(i, row);
      Integer known = kinds.putIfAbsent(Column.of(row), kinds.size());
      kind[i] = known == null ? kinds.size() - 1 : known;
      if (known == null) {
        first[kind[i]] = i;
      }
    }
    int points = kinds.size();
    double[] newMass = new double[points];
    double[] newWeights = new double[points * decisions];
    double[] newTargets = new double[points * decisions];
    for (int i = 0; i < size(); i++) {
      newMass[kind[i]] += mass[i];
      for (int entry = first(i); entry < first(i + 1); entry++) {
        int to = kind[i] * decisions + decision(entry);
        newWeights[to] += weights[entry];
        newTargets[to] += weights[entry] * targets[entry];
      }
    }
    for (int entry = 0; entry < newTargets.length; entry++) {
      newTargets[entry] = newWeights[entry] == 0 ? 0 : newTargets[entry] / newWeights[entry];
    }
    return new Evidence(
        features.rows(Arrays.copyOf(first, points)),
        newMass,
        decisions,
        new int[0],
        newWeights,
        newTargets,
        exact,
        greatestWeight,
        people);
  }

  /** Whether this is the truth, without sampling error. */
  public boolean isExact() {
    return exact;
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
    return people;
  }

  /** B: 1 over the least propensity; 1 for the truth. */
  public double greatestWeight() {
    return greatestWeight;
  }

  /** The first entry of a point; that of the next one is where this one's end. */
  public int first(int point) {
    return decided.length == 0 ? point * decisions : point;
  }

  /** How many entries there are. */
  public int entries() {
    return weights.length;
  }

  /** The decision that an entry tells of. */
  public int decision(int entry) {
    return decided.length == 0 ? entry % decisions : decided[entry];
  }

  /** Whether a point has a single entry. */
  public boolean isSparse() {
    return decided.length > 0;
  }

  /** The weight of an entry: the share of people, over their propensity. */
  public double weight(int entry) {
    return weights[entry];
  }

  /** What the model's probability is held against: the true one, or what came of it. */
  public double target(int entry) {
    return targets[entry];
  }

  /** The entry of a point that tells of a decision, or -1. */
  public int entry(int point, int decision) {
    if (decided.length == 0) {
      return point * decisions + decision;
    }
    return decided[point] == decision ? point : -1;
  }

  /**
   * err(loss, h; q): by how much the model overrates the risk of a rule, modelled less true (Kim
   * and Perdomo 2023, definition 3.1), in [-max B, max B].
   *
   * @param loss of the rule
   * @param decisionsOfRule what the rule decides at each point
   * @param probabilities the model's, point after point, k each
   */
  public double error(DecisionLoss loss, int[] decisionsOfRule, double[] probabilities) {
    double[] row = new double[features.columns()];
    double sum = 0;
    for (int i = 0; i < decisionsOfRule.length; i++) {
      int entry = entry(i, decisionsOfRule[i]);
      if (entry >= 0 && weights[entry] != 0) {
        features.copyRow(i, row);
        double q = probabilities[i * decisions + decisionsOfRule[i]];
        sum += weights[entry] * loss.slope(row, decisionsOfRule[i]) * (q - targets[entry]);
      }
    }
    return sum;
  }
}
