package org.sibyl.population;

/**
 * A named column of private state: what individuals know and the Predictor does not. A record and
 * not an enum, so that a new behavior brings its own.
 *
 * @param name as it appears in files
 * @param low least possible value
 * @param high greatest possible value
 */
public record Attribute(String name, double low, double high) {
  /** Prior probability, in [0, 1], that a neighbor cooperates, held apart from any prediction. */
  public static final Attribute INNATE_BELIEF = new Attribute("innate-belief", 0, 1);

  /**
   * Trust in the Predictor as log-odds, natural logarithm: evidence adds up in this form. Shown to
   * people as a probability, see {@link org.sibyl.numeric.LogOdds}.
   */
  public static final Attribute TRUST =
      new Attribute("trust-log-odds", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** The action last taken: 0, 1, or {@link #NO_ACTION}. */
  public static final Attribute ACTION = new Attribute("action", 0, 2);

  /** The value of {@link #ACTION} before an individual has acted. */
  public static final double NO_ACTION = 2;

  /** The label that comes with somebody's features, seen once it is realized. */
  public static final Attribute LABEL =
      new Attribute("label", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  @Override
  public String toString() {
    return name;
  }
}
