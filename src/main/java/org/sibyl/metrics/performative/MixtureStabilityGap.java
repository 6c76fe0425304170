package org.sibyl.metrics.performative;

import org.sibyl.learning.equilibrium.NoRegretMixture;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * How much the uniform mixture over all models deployed so far could gain on the data that it
 * induced by any fixed model: 0 when the mixture is performatively stable. NaN for learners that
 * are no mixture.
 */
@About(
    value = "what a fixed model could gain on the data that the mixture of all so far induced",
    source = "Farina and Perdomo 2026")
public record MixtureStabilityGap() implements Metric {
  @Override
  public String name() {
    return "mixture-stability-gap";
  }

  @Override
  public String unit() {
    return "loss";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    return round.after().learner() instanceof NoRegretMixture.Mixing mixture
        ? StrictMath.max(0, mixture.stabilityGap(Minimiser.exact())) // rounding aside
        : Double.NaN;
  }
}
