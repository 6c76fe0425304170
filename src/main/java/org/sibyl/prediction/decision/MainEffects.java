package org.sibyl.prediction.decision;

import java.util.Arrays;
import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Features and the decision as categories without interaction: a constant, an indicator of each
 * value of each feature but the first, and of each decision but the first. A value that is not
 * listed counts as the first.
 *
 * @param decisions how many there are
 * @param values of each feature, ascending
 */
@About("features and the decision as categories, without interaction")
public record MainEffects(
    @Parameter(value = "how many decisions there are", range = "[1, inf)") int decisions,
    @Parameter("the values of each feature, ascending") List<List<Double>> values)
    implements LogisticTerms {
  public MainEffects {
    Check.atLeast("decisions", decisions, 1);
    values = Places.levels("values", values, values.size());
  }

  @Override
  public int size(int features) {
    return decisions + values.stream().mapToInt(each -> each.size() - 1).sum();
  }

  @Override
  public void put(double[] features, int decision, double[] into) {
    Arrays.fill(into, 0);
    into[0] = 1;
    int first = 0; // the place before the first indicator of a feature
    for (int k = 0; k < values.size(); k++) {
      int level = values.get(k).indexOf(features[k] + 0.0);
      if (level > 0) {
        into[first + level] = 1;
      }
      first += values.get(k).size() - 1;
    }
    if (decision > 0) {
      into[first + decision] = 1;
    }
  }

  @Override
  public void check(int features) {
    Check.sameSize("values", values.size(), "the list of features", features);
  }
}
