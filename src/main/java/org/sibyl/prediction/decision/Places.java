package org.sibyl.prediction.decision;

import org.sibyl.numeric.Check;

/** Checks of decisions and features by number. */
final class Places {
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
}
