package org.sibyl.population.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People in groups, each group with features of its own: the features of another source, one block
 * of columns for each group, in which all other groups have 0. So a linear model has parameters for
 * each group, which meet no other. Individual i is in group i mod groups; each group is drawn by
 * itself, one after the other, so that moments that the source makes exact are exact in each.
 *
 * <p>With one constant feature it is {@link OneHot}.
 *
 * @param groups how many groups
 * @param of where the features of a group come from
 */
@About(
    value = "people in groups, each with a block of features that are 0 for all others",
    draws = Draw.FEATURES)
public record Blocks(
    @Parameter(value = "how many groups", range = "[1, inf)") int groups,
    @Parameter("where the features of a group come from") FeatureSource of)
    implements FeatureSource {

  public Blocks {
    Check.atLeast("groups", groups, 1);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when there are fewer people than groups
   */
  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, groups);
    List<Sample> drawn = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      drawn.add(of.draw((size - group - 1) / groups + 1, random));
    }
    Column labels = Column.generate(size, i -> drawn.get(i % groups).labels().get(i / groups));
    return new Sample(names(drawn.get(0)), features(size, drawn), labels);
  }

  private List<String> names(Sample first) {
    List<String> names = new ArrayList<>();
    for (int group = 1; group <= groups; group++) {
      for (String name : first.names()) {
        names.add(name + "-of-" + group);
      }
    }
    return names;
  }

  private Matrix features(int size, List<Sample> drawn) {
    int each = drawn.get(0).features().columns();
    int width = groups * each;
    double[] entries = new double[size * width];
    double[] own = new double[each];
    for (int i = 0; i < size; i++) {
      int group = i % groups;
      drawn.get(group).features().copyRow(i / groups, own);
      System.arraycopy(own, 0, entries, i * width + group * each, each);
    }
    return Matrix.of(size, width, entries);
  }

  @Override
  public FeatureSource prepared() {
    FeatureSource ready = of.prepared();
    return ready == of ? this : new Blocks(groups, ready);
  }
}
