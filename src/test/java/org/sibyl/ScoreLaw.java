package org.sibyl;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * The exact law of a score that loans move: a Markov chain on the scores that can be reached,
 * written down from the papers and from nothing in the main code.
 *
 * @param shares of people, by score
 */
public record ScoreLaw(SortedMap<Double, Double> shares) {

  /** So many of each; relative. */
  public static ScoreLaw of(double[] levels, double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    SortedMap<Double, Double> shares = new TreeMap<>();
    for (int k = 0; k < levels.length; k++) {
      shares.put(levels[k], weights[k] / sum);
    }
    return new ScoreLaw(shares);
  }

  /** A step function: the value of the greatest level that is not above. */
  public static DoubleUnaryOperator steps(double[] levels, double... values) {
    return score -> {
      double value = values[0];
      for (int k = 0; k < levels.length; k++) {
        value = levels[k] <= score ? values[k] : value;
      }
      return value;
    };
  }

  /** How a score moves. */
  public record Moves(double gain, double loss, double lowest, double highest) {
    double up(double score) {
      return Math.min(score + gain, highest);
    }

    double down(double score) {
      return Math.max(score - loss, lowest);
    }
  }

  /** After a round of loans to these. */
  public ScoreLaw next(DoublePredicate accepted, DoubleUnaryOperator chance, Moves moves) {
    SortedMap<Double, Double> next = new TreeMap<>();
    for (Map.Entry<Double, Double> entry : shares.entrySet()) {
      double score = entry.getKey();
      if (accepted.test(score)) {
        double repaid = chance.applyAsDouble(score);
        next.merge(moves.up(score), entry.getValue() * repaid, Double::sum);
        next.merge(moves.down(score), entry.getValue() * (1 - repaid), Double::sum);
      } else {
        next.merge(score, entry.getValue(), Double::sum);
      }
    }
    return new ScoreLaw(next);
  }

  /** The mean of a function of the score. */
  public double mean(DoubleUnaryOperator function) {
    double sum = 0;
    for (Map.Entry<Double, Double> entry : shares.entrySet()) {
      sum += entry.getValue() * function.applyAsDouble(entry.getKey());
    }
    return sum;
  }

  /** The mean score. */
  public double mean() {
    return mean(score -> score);
  }

  /**
   * How far the mean of so many independent numbers within a width can be from its expectation
   * (Hoeffding 1963): further with probability 2 exp(-2 count (bound / width)^2) = 1e-9 at most.
   */
  public static double strays(double width, double count) {
    return width * Math.sqrt(Math.log(2e9) / (2 * count));
  }
}
