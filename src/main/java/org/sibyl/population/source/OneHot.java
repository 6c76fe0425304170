package org.sibyl.population.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People in groups who can be told apart by nothing else: feature k, from 0, is 1 for individuals i
 * with i mod groups = k, and 0 for all others. So group sizes differ by one at most. Everyone's
 * label is 1.
 *
 * @param groups how many groups
 */
@About("people in groups, one feature for each group that is 1 for its members")
public record OneHot(@Parameter(value = "how many groups", range = "[1, inf)") int groups)
    implements FeatureSource {

  public OneHot {
    Check.atLeast("groups", groups, 1);
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    List<Column> members = new ArrayList<>();
    for (int k = 0; k < groups; k++) {
      int group = k;
      members.add(Column.generate(size, i -> i % groups == group ? 1 : 0));
    }
    return Features.sample(members, false, Features.ones(size));
  }
}
