package org.sibyl.prediction.decision;

import java.util.List;
import java.util.OptionalInt;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Values;

/**
 * Everyone with the same value of a feature, such as the number of a class, gets the same decision,
 * drawn once for each value: graph-cluster randomisation (Ugander et al. 2013), where friends are
 * in the same cluster. The propensity of a decision is its probability for the cluster. People of a
 * cluster are not independent, so a log counts as many as it has clusters.
 *
 * @param feature from 0
 * @param shares how likely each decision is, sum 1; none for equal shares
 */
@About(
    value = "everyone with the same value of a feature gets the same decision, drawn once",
    source = "Ugander et al. 2013, Graph cluster randomization")
public record ClusterTrial(
    @Parameter(value = "the feature whose equals are decided about alike", range = "[0, inf)")
        int feature,
    @Parameter(
            value = "how likely each decision is, sum 1; none for equal shares",
            byDefault = "[]")
        List<Double> shares)
    implements Trial {
  public ClusterTrial {
    Check.atLeast("feature", feature, 0);
    shares = List.copyOf(shares);
    if (!shares.isEmpty()) {
      Shares.checked("shares", values(shares));
    }
  }

  private static Values values(List<Double> shares) {
    return Values.each(shares.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    for (int decision = 0; decision < into.length; decision++) {
      into[decision] = shares.isEmpty() ? 1.0 / into.length : shares.get(decision);
    }
  }

  @Override
  public OptionalInt cluster() {
    return OptionalInt.of(feature);
  }

  @Override
  public void check(int decisions, int features) {
    Places.feature("feature", feature, features);
    if (!shares.isEmpty()) {
      Shares.fit("shares", values(shares), decisions);
    }
  }
}
