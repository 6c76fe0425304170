package org.sibyl.learning.riskcontrol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * The risk of accepting people up to a score, where all who cost something weigh alike: piecewise
 * linear in lambda, with break points at their scores. People are sorted once, in linear time where
 * they come in order; a risk then costs two binary searches, and the search for a lambda is exact.
 */
final class AcceptanceCurve implements RiskCurve {
  private static final double ROUNDING = 1e-13; // of weights that add up to 1

  private final Acceptance rule;
  private final double[] scores; // ascending, of those who cost something
  private final double[] costs;
  private final double[] upTo; // costs of the first i
  private final double times;
  private final int people;

  private AcceptanceCurve(
      Acceptance rule, double[] scores, double[] costs, double times, int people) {
    this.rule = rule;
    this.scores = scores;
    this.costs = costs;
    this.times = times;
    this.people = people;
    this.upTo = new double[costs.length + 1];
    for (int i = 0; i < costs.length; i++) {
      upTo[i + 1] = upTo[i] + costs[i];
    }
  }

  /** The curve; empty where the measure does not weigh alike all who cost something. */
  static Optional<AcceptanceCurve> of(Acceptance rule, RiskMeasure measure, JudgedSample sample) {
    double[] scores = new double[sample.scores().length];
    double[] costs = new double[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      double cost = sample.labels()[i] * sample.weights()[i];
      if (cost > 0) {
        scores[count] = sample.scores()[i];
        costs[count++] = cost;
      }
    }
    int costly = count;
    return tailWeight(measure, sample.people(), costly)
        .map(
            times ->
                sorted(
                    rule,
                    Arrays.copyOf(scores, costly),
                    Arrays.copyOf(costs, costly),
                    times,
                    sample.people()));
  }

  private static AcceptanceCurve sorted(
      Acceptance rule, double[] scores, double[] costs, double times, int people) {
    boolean alike = areAlike(costs);
    boolean ascending = isAscending(scores);
    if (alike && !ascending) {
      Arrays.sort(scores);
    }
    if (alike || ascending) {
      if (!alike) {
        sortTies(scores, costs);
      }
      return new AcceptanceCurve(rule, scores, costs, times, people);
    }
    Comparator<Integer> order =
        Comparator.<Integer>comparingDouble(i -> scores[i]).thenComparingDouble(i -> costs[i]);
    int[] by = IntStream.range(0, scores.length).boxed().sorted(order).mapToInt(i -> i).toArray();
    return new AcceptanceCurve(
        rule,
        Arrays.stream(by).mapToDouble(i -> scores[i]).toArray(),
        Arrays.stream(by).mapToDouble(i -> costs[i]).toArray(),
        times,
        people);
  }

  private static boolean areAlike(double[] costs) {
    for (double cost : costs) {
      if (cost != costs[0]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscending(double[] scores) {
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] < scores[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Ties by cost, so that sums do not depend on the order in which people come. */
  private static void sortTies(double[] scores, double[] costs) {
    int from = 0;
    for (int i = 1; i <= scores.length; i++) {
      if (i == scores.length || scores[i] != scores[from]) {
        if (i - from > 1) {
          Arrays.sort(costs, from, i);
        }
        from = i;
      }
    }
  }

  /**
   * Psi on the worst share of people, where it is constant there: then the measure is so many times
   * the mean as long as nobody else has losses.
   */
  private static Optional<Double> tailWeight(RiskMeasure measure, int people, int costly) {
    if (costly == 0 || measure instanceof MeanRisk) {
      return Optional.of(1.0);
    }
    double from = (double) (people - costly) / people;
    double below = measure.weightBelow(from);
    double weight = (1 - below) / ((double) costly / people);
    for (int i = people - costly; i <= people; i++) {
      double expected = below + weight * (i - people + costly) / people;
      if (Math.abs(measure.weightBelow((double) i / people) - expected) > ROUNDING) {
        return Optional.empty();
      }
    }
    return Optional.of(Math.abs(weight - 1) <= ROUNDING ? 1.0 : weight);
  }

  @Override
  public Optional<Double> timesMean() {
    return Optional.of(times);
  }

  @Override
  public double at(double conservativeness) {
    int accepted = firstBelow(1, conservativeness);
    double sum = upTo[accepted];
    for (int i = accepted; i < scores.length; i++) {
      double share = rule.loss(scores[i], 1, conservativeness);
      if (share <= 0) {
        break;
      }
      sum += costs[i] * share;
    }
    return times * sum / people;
  }

  /** The first person, by score, of whom less than this share is accepted. */
  private int firstBelow(double share, double conservativeness) {
    int from = 0;
    int to = scores.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (rule.loss(scores[middle], 1, conservativeness) >= share) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  @Override
  public double least(double low, double deployed, double slope, double limit) {
    Search search = new Search(low, deployed, slope, limit);
    if (search.isWithin(low)) {
      return low;
    }
    search.narrow(rule.smoothing());
    search.narrow(-rule.smoothing());
    return search.end();
  }

  /** Two lambdas with the searched one between them: the first is over the limit, not the last. */
  private final class Search {
    private final double deployed;
    private final double slope;
    private final double limit;
    private double unsafe;
    private double safe;

    Search(double low, double deployed, double slope, double limit) {
      this.unsafe = low;
      this.safe = deployed;
      this.deployed = deployed;
      this.slope = slope;
      this.limit = limit;
    }

    private double bound(double lambda) {
      return at(lambda) + slope * (deployed - lambda);
    }

    boolean isWithin(double lambda) {
      return bound(lambda) <= limit;
    }

    /** Until no break point 1 - score + offset is left between the two. */
    void narrow(double offset) {
      int from = 0;
      int to = scores.length;
      while (from < to) {
        int middle = (from + to) >>> 1;
        double lambda = 1 - scores[middle] + offset; // falls as scores grow
        if (lambda > unsafe && lambda < safe) {
          if (isWithin(lambda)) {
            safe = lambda;
          } else {
            unsafe = lambda;
          }
        }
        if (lambda >= safe) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
    }

    /** The exact lambda between two break points, or the next number that is safe. */
    double end() {
      double lambda = Math.max(StrictMath.nextUp(unsafe), Math.min(safe, crossing()));
      for (double step = StrictMath.ulp(lambda); !isWithin(lambda); step *= 2) {
        lambda = Math.min(safe, lambda + step);
      }
      return lambda;
    }

    private double crossing() {
      if (rule.smoothing() > 0) {
        double left = bound(unsafe);
        double right = bound(safe);
        return safe - (limit - right) * (safe - unsafe) / (left - right);
      }
      // the step's risk is constant from just above the lower break point up to the upper one
      return slope == 0 ? unsafe : deployed - (limit - at(safe)) / slope;
    }
  }
}
