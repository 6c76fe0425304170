package org.sibyl.experiment.reproduction;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The demand world by closed forms, and risk control on it by its definition. With forecast m_t and
 * noise e_t ~ N(0, 1000^2) demand is m_t + e_t + beta e_(t-1) - beta f lambda_d m_(t-1), so that
 * what exceeds (1 + f lambda') m_t is N(-a_t, s^2) with s = 1000 sqrt(1 + beta^2) and a_t = f (beta
 * lambda_d m_(t-1) + lambda' m_t), and the expected shortfall s (phi(a_t / s) - a_t / s Phi(-a_t /
 * s)), on average over the day.
 */
final class NaiveDemand {
  private static final int MOMENTS = 4032;
  private static final double FACTOR = 0.0596;
  private static final double SHARE = 0.2;
  private static final double LEVEL = 300;
  private static final double TIGHTNESS = 85;
  private static final double VARIANCE = 1e6 * (1 + SHARE * SHARE) * (0.5 - 0.5 / Math.PI);
  private static final int RUNS = 200;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private NaiveDemand() {}

  /** What is planned, by trying every number of rounds. */
  record Plan(int rounds, double leastStep, double width) {
    static Plan of(DoubleUnaryOperator width, double tightness, double slope, double range) {
      for (int rounds = 1; rounds <= 10_000; rounds++) {
        double w = width.applyAsDouble(0.1 / rounds);
        double step = (tightness - 2 * w) / (2 * slope);
        if (slope == 0 || step >= range / rounds) {
          return new Plan(rounds, step, w);
        }
      }
      throw new AssertionError("cannot be planned");
    }

    /** Of world U of the specification, section 7: the mean's normal width, level .2. */
    static Plan ofUniformPeople(double slope) {
      return of(
          failure -> {
            double z = NORMAL.inverseSurvivalProbability(failure / 2);
            double k = z * z / 1999;
            double b = 0.4 + k;
            return 0.2 - (b - Math.sqrt(b * b - 4 * (1 + k) * 0.04)) / (2 * (1 + k));
          },
          0.12,
          slope,
          1.1);
    }
  }

  private static double forecast(int moment) {
    return 30_000 + 15_000 * Math.sin(2 * Math.PI * (moment % 144 / 144.0 - 0.5));
  }

  /** The expected shortfall. */
  static double shortfall(double deployed, double judged) {
    double s = 1000 * Math.sqrt(1 + SHARE * SHARE);
    double sum = 0;
    for (int t = 0; t < 144; t++) {
      double a = FACTOR * (SHARE * deployed * forecast(t + 143) + judged * forecast(t)) / s;
      sum += s * (NORMAL.density(a) - a * NORMAL.survivalProbability(a));
    }
    return sum / 144;
  }

  /** What is expected of the reproduction. */
  static Recorded expected() {
    Recorded recorded = new Recorded();
    recorded.from("closed form: s (phi(a / s) - a / s Phi(-a / s)) on average over the day", 0);
    for (double[] pair : new double[][] {{1, 1}, {1, 0.5}, {0.5, 0.5}, {0.5, 0.25}, {0, 0}}) {
      recorded.put(
          "shortfall at lambda " + pair[1] + " where " + pair[0] + " is deployed",
          shortfall(pair[0], pair[1]));
    }
    for (double slope : new double[] {400, 3204}) {
      Plan plan =
          Plan.of(
              failure ->
                  NORMAL.inverseSurvivalProbability(failure / 2) * Math.sqrt(VARIANCE / MOMENTS),
              TIGHTNESS,
              slope,
              1);
      String place = "tau " + slope + ": ";
      recorded.from("specification of performative risk control, section 5.1", 1e-9);
      recorded.put(place + "rounds at most", plan.rounds);
      recorded.put(place + "width", plan.width);
      recorded.put(place + "least step", plan.leastStep);
      recorded.put(place + "fewer steps than planned", 1);
      trajectories(recorded, place, plan, slope);
    }
    return recorded;
  }

  private static void trajectories(Recorded recorded, String place, Plan plan, double slope) {
    double[] lambdas = new double[RUNS];
    double[] shortfalls = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(2000 + run);
      lambdas[run] = last(plan, slope, random);
      shortfalls[run] = mean(gaps(lambdas[run], random), lambdas[run]);
    }
    recorded.from("risk control by its definition: " + RUNS + " runs", 1e-9);
    put(recorded, place + "last lambda", Gathered.Moments.of(lambdas));
    put(recorded, place + "last shortfall", Gathered.Moments.of(shortfalls));
  }

  private static void put(Recorded recorded, String what, Gathered.Moments moments) {
    recorded.put(what, moments.mean(), moments.deviation() / Math.sqrt(RUNS));
  }

  private static double last(Plan plan, double slope, SplittableRandom random) {
    double lambda = 1;
    while (true) {
      double[] gaps = gaps(lambda, random);
      double low = 0;
      double high = lambda;
      if (mean(gaps, 0) + slope * lambda <= LEVEL - plan.width) {
        return 0;
      }
      while (high - low > 1e-9) {
        double middle = (low + high) / 2;
        if (mean(gaps, middle) + slope * (lambda - middle) <= LEVEL - plan.width) {
          high = middle;
        } else {
          low = middle;
        }
      }
      if (high >= lambda - plan.leastStep) {
        return high;
      }
      lambda = high;
    }
  }

  /** Demand less its forecast, where this lambda is deployed. */
  private static double[] gaps(double deployed, SplittableRandom random) {
    double[] gaps = new double[MOMENTS];
    double before = 0;
    for (int t = 0; t < MOMENTS; t++) {
      double noise = 1000 * random.nextGaussian();
      double surplus = t == 0 ? 0 : FACTOR * deployed * forecast(t - 1) - before;
      gaps[t] = noise - SHARE * surplus;
      before = noise;
    }
    return gaps;
  }

  private static double mean(double[] gaps, double judged) {
    double sum = 0;
    for (int t = 0; t < MOMENTS; t++) {
      sum += Math.max(0, gaps[t] - FACTOR * judged * FORECASTS[t % 144]);
    }
    return sum / MOMENTS;
  }

  private static final double[] FORECASTS = forecasts();

  private static double[] forecasts() {
    double[] all = new double[144];
    for (int t = 0; t < all.length; t++) {
      all[t] = forecast(t);
    }
    return all;
  }
}
