package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * People of several distributions, mixed: the mean of their weights.
 *
 * @param shares of the distributions, at least 0, sum 1
 * @param weights one for each distribution
 */
public record Blend(List<Double> shares, List<ImportanceWeight> weights)
    implements ImportanceWeight {
  public Blend {
    shares = Places.within("shares", shares, Range.PROBABILITY);
    weights = List.copyOf(weights);
    Check.sameSize("weights", weights.size(), "the list of shares", shares.size());
    double sum = shares.stream().reduce(0.0, Double::sum);
    if (!(StrictMath.abs(sum - 1) <= TOLERANCE)) {
      throw Check.invalid("shares", Double.toString(sum), "must have the sum 1");
    }
  }

  @Override
  public double of(double[] features) {
    double sum = 0;
    for (int k = 0; k < weights.size(); k++) {
      sum += shares.get(k) * weights.get(k).of(features);
    }
    return sum;
  }

  /** The greatest weight that there could be. */
  @Override
  public double max() {
    double sum = 0;
    for (int k = 0; k < weights.size(); k++) {
      sum += shares.get(k) * weights.get(k).max();
    }
    return sum;
  }

  @Override
  public void check(int features) {
    weights.forEach(weight -> weight.check(features));
  }
}
