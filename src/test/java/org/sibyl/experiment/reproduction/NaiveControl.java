package org.sibyl.experiment.reproduction;

import java.util.ArrayList;
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
  private static final double RIGHT = 1e-12; // rounding

  private final double[] scores;
  private final double[] labels;
  private final double meanCost;
  private final double times;
  private final double level;

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
      Seen seen = seen(cohort(cohorts, size, random), deployed, random, cohorts);
      double low = 0;
      double high = deployed;
      double limit = level - plan.width;
      if (risk(seen, low) + plan.slope * (deployed - low) <= limit) {
        high = low;
      }
      while (high - low > RIGHT) {
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

  private int[] cohort(Cohorts cohorts, int size, SplittableRandom random) {
    int[] all = IntStream.range(0, scores.length).toArray();
    if (cohorts == Cohorts.EVERYONE) {
      return all;
    }
    if (cohorts == Cohorts.COMPLEMENT) {
      boolean[] drawn = new boolean[all.length];
      for (int k = 0; k < size; k++) {
        drawn[random.nextInt(all.length)] = true;
      }
      return IntStream.of(all).filter(i -> !drawn[i]).toArray();
    }
    for (int k = 0; k < size; k++) {
      int other = k + random.nextInt(all.length - k);
      int kept = all[k];
      all[k] = all[other];
      all[other] = kept;
    }
    return IntStream.of(all).limit(size).toArray();
  }

  private Seen seen(int[] cohort, double deployed, SplittableRandom random, Cohorts cohorts) {
    int[] costly = IntStream.of(cohort).filter(i -> labels[i] == 1).toArray();
    double[] shown = new double[costly.length];
    double[] costs = new double[costly.length];
    for (int k = 0; k < costly.length; k++) {
      double score = scores[costly[k]];
      shown[k] = score - REACH > 1 - deployed ? score : Math.max(0, score - REACH);
      boolean drawn = meanCost < 1 && cohorts != Cohorts.EVERYONE;
      costs[k] = drawn ? random.nextDouble() : meanCost;
    }
    return new Seen(cohort.length, shown, costs);
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
    int[] all = IntStream.range(0, scores.length).toArray();
    return risk(seen(all, deployed, new SplittableRandom(1), Cohorts.EVERYONE), judged);
  }
}
