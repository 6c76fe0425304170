package org.sibyl.outcome.screening;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;

/**
 * Who fails costs something between nothing and all: the label is the recorded one times a cost,
 * uniform on [0, 1) and drawn anew in each round (loss given default in the experiments on tail
 * risk of Li et al. 2025, section 5). Within a round it is the same for all rules that are judged.
 */
@About(
    value = "the recorded label times a cost, uniform on [0, 1) and new in each round",
    source = "Li et al. 2025, section 5",
    draws = Draw.NATURE)
public record DefaultCost() implements Nature {
  @Override
  public Outcomes realize(Situation situation, Response response) {
    Column recorded = situation.population().column(Attribute.LABEL);
    UniformRandomProvider random = situation.randomness().at(Draw.NATURE, situation.round());
    Column labels = Column.generate(recorded.size(), i -> recorded.get(i) * random.nextDouble());
    return new Outcomes(labels, Column.constant(labels.size(), 0), Map.of());
  }
}
