package org.sibyl.population.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People of several types who live on a grid, one in a place at most, where the places are drawn
 * (Schelling 1971). Individual i, from 0, is of type i mod types. Public features: the share of
 * one's own type among those who live near, row, column, and one feature for each type that is 1
 * for its members; see {@link Settlement}. Labels, who is content, are 0.
 *
 * @param types how many types, at least 1
 * @param rows of the grid, at least 1
 * @param columns of the grid, at least 1
 * @param radius how far near is, in rows and in columns
 * @param wrapping whether the last row is next to the first, and so with columns
 */
@About(
    value = "people of several types who live on a grid, one in a place at most",
    source = "Schelling 1971",
    draws = Draw.FEATURES)
public record Residents(
    @Parameter(value = "how many types of people", range = "[1, inf)") int types,
    @Parameter(value = "rows of the grid", range = "[1, inf)", byDefault = "10") int rows,
    @Parameter(value = "columns of the grid", range = "[1, inf)", byDefault = "10") int columns,
    @Parameter(
            value = "people are near up to so many rows and columns away",
            unit = "places",
            range = "[1, inf)",
            byDefault = "1")
        int radius,
    @Parameter(
            value = "whether the last row is next to the first, and so with columns",
            byDefault = "true")
        boolean wrapping)
    implements FeatureSource {
  public Residents {
    Check.atLeast("types", types, 1);
    new Grid(rows, columns, radius, wrapping); // its checks
  }

  /** The places. */
  public Grid grid() {
    return new Grid(rows, columns, radius, wrapping);
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    if (size > rows * columns) {
      throw Check.invalid(
          "size",
          Integer.toString(size),
          "is more than the " + rows * columns + " places of the grid");
    }
    int[] places = PermutationSampler.natural(rows * columns);
    PermutationSampler.shuffle(random, places);
    Settlement settled = Settlement.of(this, Arrays.copyOf(places, size));
    return new Sample(names(), settled.features(), Column.constant(size, 0));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("own-type", "row", "column"));
    for (int type = 1; type <= types; type++) {
      names.add("type" + type);
    }
    return names;
  }
}
