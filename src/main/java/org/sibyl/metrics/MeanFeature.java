package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.population.Population;
import org.sibyl.simulation.Round;

/**
 * The mean of one public feature as a round leaves people; NaN when they have no such feature. For
 * an indicator it is a share of people.
 *
 * @param feature which, from 0
 */
@About("mean of a feature as the round leaves people; a share of people for an indicator")
public record MeanFeature(
    @Parameter(value = "which feature, from 0", range = "[0, inf)", byDefault = "0") int feature)
    implements Metric {
  public MeanFeature {
    Check.atLeast("feature", feature, 0);
  }

  @Override
  public String name() {
    return "mean-feature-" + feature;
  }

  @Override
  public String unit() {
    return "unit of the feature";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    Population left = round.revised();
    return feature < left.features().columns()
        ? left.features().column(feature).mean()
        : Double.NaN;
  }
}
