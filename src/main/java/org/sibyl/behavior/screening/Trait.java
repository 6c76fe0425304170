package org.sibyl.behavior.screening;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Range;

/**
 * What is a person's own, and the same in all rounds: private state from the start, so it comes
 * from the features' stream of round 0, each trait from a word of its own. Where other people come
 * in every round, they take over the traits of those whose place they take.
 */
enum Trait {
  /** By how much it can lower its score. */
  REACH,
  /** What an effort costs it. */
  EFFORT_COST,
  /** Whether it moves before others do. */
  PIONEER;

  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  /** Uniform on [0, 1), each individual its own. */
  double uniform(int individual, Situation situation) {
    UniformRandomProvider random = situation.randomness().at(Draw.FEATURES, 0, individual);
    for (int word = 0; word < ordinal(); word++) {
      random.nextLong();
    }
    return random.nextDouble();
  }

  /** Everybody's amount of it, uniform on middle * (1 +- spread); drawn only where needed. */
  IntToDoubleFunction around(double middle, double spread, Situation situation) {
    return spread == 0
        ? individual -> middle
        : individual -> middle * (1 + spread * (2 * uniform(individual, situation) - 1));
  }

  /** A middle of at least 0, and a spread that is a share of it. */
  static void check(String name, double middle, double spread) {
    Check.within(name, middle, NOT_NEGATIVE);
    Check.probability(name + "-spread", spread);
  }

  /** What is drawn with this spread. */
  static List<Draw> draws(double spread) {
    return spread == 0 ? List.of() : List.of(Draw.FEATURES);
  }
}
