package org.sibyl.learning.omniprediction;

/**
 * What each decision costs at each point: the input of cost-sensitive classification (Kim and
 * Perdomo 2023, section 4.3). Costs carry the weights of points, so that those of a rule are
 * summed.
 */
public final class Costs {
  private final Evidence evidence;
  private final double[] values;

  /**
   * Costs of these entries; all others are 0.
   *
   * @param evidence whose entries they are
   * @param values one for each entry, not to be written to while this is in use
   */
  public Costs(Evidence evidence, double[] values) {
    this.evidence = evidence;
    this.values = values;
  }

  /** Whose entries have these costs. */
  public Evidence evidence() {
    return evidence;
  }

  /** The cost of an entry of the evidence. */
  public double ofEntry(int entry) {
    return values[entry];
  }

  /** How many points. */
  public int size() {
    return evidence.size();
  }

  /** How many decisions. */
  public int decisions() {
    return evidence.decisions();
  }

  /**
   * The cost of a decision at a point.
   *
   * @throws IllegalArgumentException when the trial could not make it
   */
  public double of(int point, int decision) {
    int entry = evidence.entry(point, decision);
    return entry < 0 ? 0 : values[entry];
  }

  /**
   * Adds a point's costs to sums by decision.
   *
   * @throws IllegalArgumentException when there is a decision that the trial could not make about
   *     it
   */
  public void addTo(int point, double[] sums) {
    evidence.support().requireAll(point);
    for (int entry = evidence.first(point); entry < evidence.first(point + 1); entry++) {
      sums[evidence.decision(entry)] += values[entry];
    }
  }

  /** The cost of a rule that decides so at each point. */
  public double of(int... decisions) {
    double sum = 0;
    for (int i = 0; i < decisions.length; i++) {
      sum += of(i, decisions[i]);
    }
    return sum;
  }
}
