package org.sibyl.outcome.drawn;

import java.util.Collections;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;
import org.sibyl.prediction.ShiftGradient;

/**
 * A mixture of two laws: everybody's outcome comes from the first with a probability, drawn anew in
 * each round, and else from the second (Izzo et al. 2021, section 5). Which one it was is a fact of
 * the round. It is not the weighted mean of a draw from each, whose variance would be too small.
 *
 * @param share probability of the first, in [0, 1]
 * @param first law of the first component
 * @param second law of the second component
 */
@About(
    value = "a mixture of two linear laws, each with its own response to the prediction",
    source = "Izzo et al. 2021, section 5",
    draws = Draw.NATURE)
public record MixtureOutcome(
    @Parameter(value = "probability of the first component", range = "[0, 1]") double share,
    @Parameter("the first component") LinearOutcome first,
    @Parameter("the second component") LinearOutcome second)
    implements Nature, Shifting {
  /** 0 where an outcome came from the first component, 1 where it came from the second. */
  public static final Attribute COMPONENT = new Attribute("component", 0, 1);

  public MixtureOutcome {
    Check.probability("share", share);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    IntToDoubleFunction one = first.mean(situation);
    IntToDoubleFunction other = second.mean(situation);
    int size = situation.population().size();
    UniformRandomProvider random = random(situation);
    Column components = components(size, random);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    Column labels =
        Column.generate(
            size,
            i -> {
              double noise = normal.sample();
              return components.get(i) == 0
                  ? one.applyAsDouble(i) + first.deviation() * noise
                  : other.applyAsDouble(i) + second.deviation() * noise;
            });
    return Drawn.labels(labels, Collections.singletonMap(COMPONENT, components));
  }

  private static UniformRandomProvider random(Situation situation) {
    return situation.randomness().at(Draw.NATURE, situation.round());
  }

  private Column components(int size, UniformRandomProvider random) {
    return Column.generate(size, i -> random.nextDouble() < share ? 0 : 1);
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    Column components = components(situation.population().size(), random(situation));
    return Optional.of(
        new PredictionShift(
            (cohort, at) ->
                (components.get(cohort.individuals()[at]) == 0 ? first : second).response()));
  }
}
