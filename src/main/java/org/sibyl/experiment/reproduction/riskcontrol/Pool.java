package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.sibyl.behavior.screening.WithinReach;
import org.sibyl.learning.riskcontrol.JudgedSample;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.risk.Acceptance;

/**
 * People from whom cohorts are drawn, sorted by score once. Responses within reach keep their
 * order, so the people of every cohort come sorted, and thousands of trajectories take seconds. It
 * gives the same cohorts as individuals who respond in a simulation.
 */
final class Pool {
  private final int[] ranks; // of every person, by its number
  private final int[] persons; // by rank
  private final double[] scores; // by rank, ascending
  private final double[] labels;
  private final int[] positives; // ranks of those whose label is not 0, ascending
  private final WithinReach response;

  private Pool(int[] persons, double[] scores, double[] labels, WithinReach response) {
    this.persons = persons;
    this.scores = Arrays.stream(persons).mapToDouble(person -> scores[person]).toArray();
    this.labels = Arrays.stream(persons).mapToDouble(person -> labels[person]).toArray();
    this.positives =
        IntStream.range(0, persons.length).filter(rank -> this.labels[rank] != 0).toArray();
    this.ranks = new int[persons.length];
    for (int rank = 0; rank < persons.length; rank++) {
      ranks[persons[rank]] = rank;
    }
    this.response = response;
  }

  /**
   * A pool of people with these scores before any response, and labels.
   *
   * @param response how everyone responds to a threshold
   */
  static Pool of(double[] scores, double[] labels, WithinReach response) {
    Check.sameSize("labels", labels.length, "scores", scores.length);
    int[] persons =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(person -> scores[person]))
            .mapToInt(person -> person)
            .toArray();
    return new Pool(persons, scores, labels, response);
  }

  int size() {
    return persons.length;
  }

  /** What a person of label 1 costs when accepted, in [0, 1]. */
  @FunctionalInterface
  interface Costs {
    /** The cost of a person, by its number, in a round. */
    double of(int person, int round);

    /** All cost 1. */
    static Costs alike() {
      return (person, round) -> 1;
    }
  }

  /** A cohort of these people, and of everyone else when {@code others}. */
  BitSet cohort(int[] chosen, boolean others) {
    BitSet cohort = new BitSet(size());
    for (int person : chosen) {
      cohort.set(ranks[person]);
    }
    if (others) {
      cohort.flip(0, size());
    }
    return cohort;
  }

  /** Everyone. */
  BitSet everyone() {
    return cohort(new int[0], true);
  }

  /**
   * What is seen of a cohort after it responded; people of label 0 cost nothing and are only
   * counted.
   *
   * @param deployed lambda that they responded to
   */
  JudgedSample responded(BitSet cohort, double deployed, int round, Costs costs) {
    double[] shown = new double[positives.length];
    double[] cost = new double[positives.length];
    int count = 0;
    for (int rank : positives) {
      if (cohort.get(rank)) {
        shown[count] = response.shown(scores[rank], 1 - deployed);
        cost[count++] = labels[rank] * costs.of(persons[rank], round);
      }
    }
    return JudgedSample.of(
        cohort.cardinality(), Arrays.copyOf(shown, count), Arrays.copyOf(cost, count));
  }

  /**
   * The mean of R(lambda, lambda) on everyone, at costs of 1. Responses keep the order of scores,
   * so that the accepted come first.
   */
  double deployedRisk(Acceptance rule, double lambda) {
    int from = 0;
    int to = positives.length;
    while (from < to) { // the first who is not wholly accepted
      int middle = (from + to) >>> 1;
      if (share(rule, middle, lambda) >= 1) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    double sum = from;
    for (int i = from; i < positives.length; i++) {
      double share = share(rule, i, lambda);
      if (share <= 0) {
        break;
      }
      sum += share;
    }
    return sum / size();
  }

  private double share(Acceptance rule, int positive, double lambda) {
    return rule.loss(response.shown(scores[positives[positive]], 1 - lambda), 1, lambda);
  }
}
