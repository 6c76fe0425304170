package org.sibyl.experiment.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Risk control by its definition, on scores that are given: all losses anew for every lambda, and
 * lambda by bisection. Nothing of the program under test is used here, so that it can say what is
 * to be expected where nothing was recorded.
 */
final class NaiveControl {
  private static final double SMOOTHING = 1e-4;
  private static final double REACH = 0.3;
  private static final double SEARCHED = 1e-9; // until lambda is this sure

  private final double[] scores;
  private final double[] labels;
  private final double meanCost;
  private final double times;
  private final double level;
  private final int[] costly; // whoever has label 1

  /**
   * Risk control of so many times the mean loss.
   *
   * @param meanCost 1 where all cost 1, else costs are uniform
   */
  NaiveControl(double[] scores, double[] labels, double meanCost, double times, double level) {
    this.scores = scores;
    this.labels = labels;
    this.meanCost = meanCost;
    this.times = times;
    this.level = level;
    this.costly = IntStream.range(0, labels.length).filter(i -> labels[i] == 1).toArray();
  }

  /** What is planned. */
  record Plan(double slope, double leastStep, double width) {}

  /** How cohorts are drawn. */
  enum Cohorts {
    EVERYONE,
    FRESH,
    COMPLEMENT
  }

  private record Seen(int people, double[] shown, double[] costs) {}

  /** All lambdas. */
  List<Double> play(Plan plan, Cohorts cohorts, int size, SplittableRandom random) {
    List<Double> lambdas = new ArrayList<>(List.of(1.0));
    while (true) {
      double deployed = lambdas.get(lambdas.size() - 1);
      boolean atMean = meanCost == 1 || cohorts == Cohorts.EVERYONE;
      Seen seen = seen(cohort(cohorts, size, random), deployed, random, atMean);
      double low = 0;
      double high = deployed;
      double limit = level - plan.width;
      if (risk(seen, low) + plan.slope * (deployed - low) <= limit) {
        high = low;
      }
      while (high - low > SEARCHED) {
        double middle = (low + high) / 2;
        if (risk(seen, middle) + plan.slope * (deployed - middle) <= limit) {
          high = middle;
        } else {
          low = middle;
        }
      }
      lambdas.add(high);
      if (high >= deployed - plan.leastStep || high <= 0) {
        return lambdas;
      }
    }
  }

  /** Who takes part. */
  private boolean[] cohort(Cohorts cohorts, int size, SplittableRandom random) {
    boolean[] drawn = new boolean[scores.length];
    if (cohorts == Cohorts.EVERYONE) {
      Arrays.fill(drawn, true);
      return drawn;
    }
    boolean again = cohorts == Cohorts.COMPLEMENT;
    for (int left = size; left > 0; ) {
      int person = random.nextInt(drawn.length);
      left -= again || !drawn[person] ? 1 : 0;
      drawn[person] = true;
    }
    for (int i = 0; again && i < drawn.length; i++) {
      drawn[i] = !drawn[i];
    }
    return drawn;
  }

  private Seen seen(boolean[] cohort, double deployed, SplittableRandom random, boolean atMean) {
    double[] shown = new double[costly.length];
    double[] costs = new double[costly.length];
    int count = 0;
    int people = 0;
    for (boolean takesPart : cohort) {
      people += takesPart ? 1 : 0;
    }
    for (int i : costly) {
      if (cohort[i]) {
        shown[count] =
            scores[i] - REACH > 1 - deployed ? scores[i] : Math.max(0, scores[i] - REACH);
        costs[count++] = atMean ? meanCost : random.nextDouble();
      }
    }
    return new Seen(people, Arrays.copyOf(shown, count), costs);
  }

  private double risk(Seen seen, double judged) {
    double sum = 0;
    for (int k = 0; k < seen.shown.length; k++) {
      double share = (1 - judged + SMOOTHING - seen.shown[k]) / (2 * SMOOTHING);
      sum += seen.costs[k] * Math.min(1, Math.max(0, share));
    }
    return times * sum / seen.people;
  }

  /** The risk of everyone. */
  double risk(double deployed, double judged) {
    SplittableRandom unused = new SplittableRandom(1);
    boolean[] all = cohort(Cohorts.EVERYONE, 0, unused);
    return risk(seen(all, deployed, unused, true), judged);
  }
}
