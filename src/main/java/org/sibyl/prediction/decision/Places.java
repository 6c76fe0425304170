package org.sibyl.prediction.decision;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/** Checks of decisions, features and lists of numbers. */
final class Places {
  private static final Range LOSSES = Range.parse("[0, inf)");

  private Places() {}

  static void decision(String name, int decision, int decisions) {
    if (decision >= decisions) {
      throw Check.invalid(
          name,
          Integer.toString(decision),
          "must be one of the " + decisions + " decisions, counted from 0");
    }
  }

  static void feature(String name, int feature, int features) {
    if (feature >= features) {
      throw Check.invalid(
          name,
          Integer.toString(feature),
          "must be one of the " + features + " features, counted from 0");
    }
  }

  /** One number for each decision. */
  static void each(String name, List<?> values, int decisions) {
    Check.sameSize(name, values.size(), "the list of decisions", decisions);
  }

  /** Numbers of a list, at least one, each in the range; a copy that does not change. */
  static List<Double> within(String name, List<Double> values, Range range) {
    Check.atLeast(name, values.size(), 1);
    for (int k = 0; k < values.size(); k++) {
      Check.within(name + "[" + k + "]", values.get(k), range);
    }
    return List.copyOf(values);
  }

  /** A loss, or what is added to one. */
  static double loss(String name, double value) {
    if (!LOSSES.contains(value)) {
      throw Check.invalid(
          name,
          Double.toString(value),
          "must be finite and at least 0. Add the same number to all losses: the best decisions"
              + " stay the same");
    }
    return value;
  }

  /** Losses of a list, at least one; a copy that does not change. */
  static List<Double> losses(String name, List<Double> values) {
    Check.atLeast(name, values.size(), 1);
    for (int k = 0; k < values.size(); k++) {
      loss(name + "[" + k + "]", values.get(k));
    }
    return List.copyOf(values);
  }

  /** The greatest loss there is, which might be beyond all numbers. */
  static void greatest(double max) {
    if (!(max < Double.POSITIVE_INFINITY)) {
      throw Check.invalid(
          "loss", Double.toString(max), "must have a finite maximum. Give smaller numbers");
    }
  }

  /** Finite numbers that ascend, at least one; a copy that does not change. */
  static List<Double> ascending(String name, List<Double> values) {
    List<Double> copy = within(name, values, Range.FINITE);
    for (int k = 1; k < copy.size(); k++) {
      if (!(copy.get(k) > copy.get(k - 1))) {
        throw Check.invalid(
            name + "[" + k + "]", Double.toString(copy.get(k)), "must ascend, each given once");
      }
    }
    return copy;
  }

  /** Numbers of features, each once, at least one; a copy that does not change. */
  static List<Integer> features(String name, List<Integer> features) {
    Check.atLeast(name, features.size(), 1);
    for (int k = 0; k < features.size(); k++) {
      Check.atLeast(name + "[" + k + "]", features.get(k), 0);
      if (features.indexOf(features.get(k)) < k) {
        throw Check.invalid(
            name + "[" + k + "]", Integer.toString(features.get(k)), "must be given only once");
      }
    }
    return List.copyOf(features);
  }

  /** A feature that counts something, as a number below a limit. */
  static int category(String name, double value, int count) {
    if (!(value >= 0 && value < count && value == StrictMath.rint(value))) {
      throw Check.invalid(
          name, Double.toString(value), "must be a whole number from 0 to " + (count - 1));
    }
    return (int) value;
  }

  /** Ascending values for each of some features; a copy that does not change. */
  static List<List<Double>> levels(String name, List<List<Double>> values, int features) {
    Check.sameSize(name, values.size(), "the list of features", features);
    List<List<Double>> copy = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      copy.add(ascending(name + "[" + k + "]", values.get(k)));
    }
    return List.copyOf(copy);
  }

  /** Refuses classes of more rules than a list should have. */
  static void listable(long size, long most, String remedy) {
    if (size > most) {
      throw Check.invalid(
          "rules", Long.toString(size), "must be at most " + most + " to be listed. " + remedy);
    }
  }
}
