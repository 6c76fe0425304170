package org.sibyl.population;

import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * People as they come: their public features, and the label that Nature has in store for them.
 *
 * @param names of the features, in order
 * @param features people x features
 * @param labels one each, private until realized
 */
public record Sample(List<String> names, Matrix features, Column labels) {
  public Sample {
    names = List.copyOf(names);
    Check.sameSize("names", names.size(), "the features", features.columns());
    Check.sameSize("labels", labels.size(), "the people", features.rows());
  }

  /** How many people. */
  public int size() {
    return features.rows();
  }

  /** The chosen people, in the order given; one may be chosen twice. */
  public Sample rows(int... chosen) {
    return new Sample(
        names, features.rows(chosen), Column.generate(chosen.length, k -> labels.get(chosen[k])));
  }
}
