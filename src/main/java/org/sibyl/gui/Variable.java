package org.sibyl.gui;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.LogOdds;
import org.sibyl.population.Attribute;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * A number that every individual has after a round, and the range it was seen in, which only grows
 * within a run so that colors keep their meaning.
 */
final class Variable {
  /** What the number is. */
  @FunctionalInterface
  interface Reading {
    /** The individual's number; NaN for none. */
    double of(Round round, int individual);
  }

  private final String name;
  private final Reading reading;
  private final boolean fixed;
  private double low;
  private double high;
  private boolean whole = true;

  private Variable(String name, Reading reading, boolean fixed, double low, double high) {
    this.name = name;
    this.reading = reading;
    this.fixed = fixed;
    this.low = low;
    this.high = high;
  }

  /**
   * All that can be shown of the individuals of this world: trust, prediction, payoff, features.
   */
  static List<Variable> of(World world) {
    List<Variable> all = new ArrayList<>();
    if (world.population().has(Attribute.TRUST)) {
      all.add(new Variable("trust", Variable::trust, true, 0, 1));
    }
    all.add(new Variable("prediction", (r, i) -> r.deployment().predictions().get(i), false, 0, 1));
    all.add(growing("payoff", (r, i) -> r.outcomes().payoffs().get(i)));
    List<String> names = world.population().featureNames();
    for (int k = 0; k < names.size(); k++) {
      int feature = k;
      all.add(
          growing("feature " + names.get(k), (r, i) -> r.response().features().get(i, feature)));
    }
    return all;
  }

  /** What individuals did. */
  static Variable action() {
    return new Variable("action", (r, i) -> r.response().actions().get(i), false, 0, 1);
  }

  private static Variable growing(String name, Reading reading) {
    return new Variable(name, reading, false, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  private static double trust(Round round, int individual) {
    return LogOdds.probability(round.revised().column(Attribute.TRUST).get(individual));
  }

  /** Its name. */
  String name() {
    return name;
  }

  /** Whether it is what individuals did, which has colors of its own. */
  boolean isAction() {
    return name.equals("action");
  }

  /** Whether it is public. */
  boolean isFeature() {
    return name.startsWith("feature");
  }

  /** The number of an individual. */
  double of(Round round, int individual) {
    return reading.of(round, individual);
  }

  /** Widens the range to a round's numbers. */
  synchronized void see(Round round) {
    if (fixed) {
      return;
    }
    for (int i = 0; i < round.before().population().size(); i++) {
      double value = reading.of(round, i);
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        whole &= value == Math.rint(value);
      }
    }
  }

  /** Whether only whole numbers were seen, and few different ones. */
  synchronized boolean isCount() {
    return whole && !fixed && high() - low() <= Palette.STEPS;
  }

  /** The lower end of its range. */
  synchronized double low() {
    return low <= high ? low < high ? low : low - 0.5 : 0;
  }

  /** The upper end of its range, above the lower. */
  synchronized double high() {
    return low <= high ? low < high ? high : high + 0.5 : 1;
  }

  /** The step of the palette's scale for a value; -1 for none. */
  static int step(double value, double low, double high) {
    if (Double.isNaN(value)) {
      return -1;
    }
    int step = (int) ((value - low) / (high - low) * Palette.STEPS);
    return Math.max(0, Math.min(Palette.STEPS - 1, step));
  }

  @Override
  public String toString() {
    return name;
  }
}
