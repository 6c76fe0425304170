package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Range;
import org.sibyl.population.Attribute;
import org.sibyl.simulation.Round;

/** The mean trust in the Predictor, as a probability, after this round's revision. */
@About("mean trust in the Predictor after the round")
public record MeanTrust() implements Metric {
  @Override
  public String name() {
    return "mean-trust";
  }

  @Override
  public String unit() {
    return "probability";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    Column trust = round.revised().column(Attribute.TRUST);
    return Column.generate(trust.size(), i -> LogOdds.probability(trust.get(i))).mean();
  }
}
