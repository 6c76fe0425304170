package org.sibyl.experiment.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The early-warning system (specification of outcome performativity, section 15, X2) on its ten
 * cells by plain arrays, and POI-Boost on it by its definition. Cell g * 5 + b is band b of group
 * g.
 */
final class NaiveSchool {
  static final int CELLS = 10;
  static final int DECISIONS = 3;
  static final String[] LOSSES = {"steer1", "steer0", "steer1cost", "forecast", "mix"};

  private static final double[] GROUPS = {0.6, 0.4};
  private static final double[] BANDS = {0.30, 0.25, 0.20, 0.15, 0.10};
  private static final double[][] UNTREATED = {
    {0.97, 0.92, 0.82, 0.65, 0.40}, {0.94, 0.86, 0.72, 0.52, 0.28}
  };
  private static final double[][] EFFECTS = {
    {0, 0, 0, 0, 0}, {-0.40, 0.40, 0.50, 0.60, 0.70}, {-0.80, -0.30, 0.40, 1.00, 1.40}
  };
  private static final double[] MEANS = {0.95, 0.75, 0.40};
  private static final double[] COSTS = {0, 0.02, 0.10};

  /** Shares of the cells. */
  static final double[] SHARES = new double[CELLS];

  /** p*, by cell and decision. */
  static final double[][] TRUTH = new double[CELLS][DECISIONS];

  /** What each of the 27 rules decides in each cell: constants, then by pair and cut. */
  static final List<int[]> RULES = new ArrayList<>();

  static {
    for (int cell = 0; cell < CELLS; cell++) {
      int group = cell / 5;
      int band = cell % 5;
      SHARES[cell] = GROUPS[group] * BANDS[band];
      for (int decision = 0; decision < DECISIONS; decision++) {
        double effect = EFFECTS[decision][band];
        double odds = UNTREATED[group][band] / (1 - UNTREATED[group][band]);
        double moved = odds * Math.exp(group == 1 && effect > 0 ? 1.25 * effect : effect);
        TRUTH[cell][decision] = moved / (1 + moved);
      }
    }
    for (int decision = 0; decision < DECISIONS; decision++) {
      int[] always = new int[CELLS];
      Arrays.fill(always, decision);
      RULES.add(always);
    }
    for (int below = 0; below < DECISIONS; below++) {
      for (int from = 0; from < DECISIONS; from++) {
        for (int cut = 1; cut <= 4 && below != from; cut++) {
          int[] stump = new int[CELLS];
          for (int cell = 0; cell < CELLS; cell++) {
            stump[cell] = cell % 5 < cut ? below : from;
          }
          RULES.add(stump);
        }
      }
    }
  }

  private NaiveSchool() {}

  /** The loss of that number. */
  static double loss(int loss, int decision, int outcome) {
    double missed = MEANS[decision] - outcome;
    return switch (loss) {
      case 0 -> 1 - outcome;
      case 1 -> outcome;
      case 2 -> 0.9 * (1 - outcome) + COSTS[decision];
      case 3 -> missed * missed;
      default -> 0.5 * missed * missed + 0.5 * (1 - outcome);
    };
  }

  static double slope(int loss, int decision) {
    return loss(loss, decision, 1) - loss(loss, decision, 0);
  }

  /** The risk of a rule where outcomes have these probabilities. */
  static double risk(int loss, int[] rule, double[][] law, double[] weights) {
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      int decision = rule[cell];
      sum +=
          SHARES[cell]
              * weights[cell]
              * (loss(loss, decision, 0) + slope(loss, decision) * law[cell][decision]);
    }
    return sum;
  }

  /** The best decisions by a loss, the lowest of equally good ones. */
  static int[] best(int loss, double[][] law) {
    int[] rule = new int[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      double least = Double.POSITIVE_INFINITY;
      for (int decision = 0; decision < DECISIONS; decision++) {
        double risk = loss(loss, decision, 0) + slope(loss, decision) * law[cell][decision];
        if (risk < least) {
          least = risk;
          rule[cell] = decision;
        }
      }
    }
    return rule;
  }

  /** By how much the model's decisions cost more than the best rule, by the worst loss. */
  static double gap(double[][] law, double[] weights) {
    double worst = Double.NEGATIVE_INFINITY;
    for (int loss = 0; loss < LOSSES.length; loss++) {
      double least = Double.POSITIVE_INFINITY;
      for (int[] rule : RULES) {
        least = Math.min(least, risk(loss, rule, TRUTH, weights));
      }
      worst = Math.max(worst, risk(loss, best(loss, law), TRUTH, weights) - least);
    }
    return worst;
  }

  /** The greatest error of rules and best decisions, against the truth. */
  static double error(double[][] law, double[] weights) {
    double worst = 0;
    for (int loss = 0; loss < LOSSES.length; loss++) {
      for (int[] rule : RULES) {
        worst = Math.max(worst, Math.abs(gained(loss, rule, law, weights)));
      }
      worst = Math.max(worst, Math.abs(gained(loss, best(loss, law), law, weights)));
    }
    return worst;
  }

  private static double gained(int loss, int[] rule, double[][] law, double[] weights) {
    return risk(loss, rule, law, weights) - risk(loss, rule, TRUTH, weights);
  }

  /** Everyone counts alike. */
  static double[] ones() {
    double[] ones = new double[CELLS];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** A trial's sums: of weights 1 / (n e), and of weights of those with y = 1. */
  record Log(double[][] weights, double[][] successes) {
    /** People one by one; a row of propensities for each band. */
    static Log draw(int people, double[][] propensities, SplittableRandom random) {
      Log log = new Log(new double[CELLS][DECISIONS], new double[CELLS][DECISIONS]);
      for (int i = 0; i < people; i++) {
        int cell = pick(SHARES, random);
        double[] chances = propensities[cell % 5];
        int decision = pick(chances, random);
        double weight = 1 / (people * chances[decision]);
        log.weights[cell][decision] += weight;
        if (random.nextDouble() < TRUTH[cell][decision]) {
          log.successes[cell][decision] += weight;
        }
      }
      return log;
    }

    private static int pick(double[] chances, SplittableRandom random) {
      double left = random.nextDouble();
      int chosen = 0;
      while (chosen < chances.length - 1 && left >= chances[chosen]) {
        left -= chances[chosen];
        chosen++;
      }
      return chosen;
    }

    double error(int loss, int[] rule, double[][] law) {
      double sum = 0;
      for (int cell = 0; cell < CELLS; cell++) {
        int d = rule[cell];
        sum += slope(loss, d) * (law[cell][d] * weights[cell][d] - successes[cell][d]);
      }
      return sum;
    }
  }

  /** What boosting ends with. */
  record Boosted(double[][] law, int updates) {}

  /** Boosting on logs, a new one each round or the same; steps of half the tolerance. */
  static Boosted boost(java.util.function.Supplier<Log> logs, double tolerance) {
    double[][] law = new double[CELLS][DECISIONS];
    for (double[] row : law) {
      Arrays.fill(row, 0.5);
    }
    for (int updates = 0; ; updates++) {
      Log log = logs.get();
      double worst = 0.75 * tolerance;
      double signed = 0;
      int worstLoss = -1;
      int[] worstRule = {};
      for (int loss = 0; loss < LOSSES.length; loss++) {
        List<int[]> all = new ArrayList<>(RULES);
        all.add(best(loss, law));
        for (int[] rule : all) {
          double error = log.error(loss, rule, law);
          if (Math.abs(error) > worst) {
            worst = Math.abs(error);
            signed = Math.signum(error);
            worstLoss = loss;
            worstRule = rule;
          }
        }
      }
      if (worstLoss < 0) {
        return new Boosted(law, updates);
      }
      for (int cell = 0; cell < CELLS; cell++) {
        int d = worstRule[cell];
        double moved = law[cell][d] - signed * tolerance / 2 * slope(worstLoss, d);
        law[cell][d] = Math.max(0, Math.min(1, moved));
      }
    }
  }
}
