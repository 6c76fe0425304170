package org.sibyl.outcome.screening;

import java.util.Map;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;

/**
 * Individuals are moments, one after the other. Of what was produced and not used in one, a share
 * serves the next, and of what was lacking the same share is asked for again: y'_t = y_t - share *
 * (u_(t-1) - y_(t-1)), with recorded demand y and production u, what the model in force says. The
 * first moment has none before it (the regression example in the published code of Li et al. 2025).
 * It is recorded demand that is carried over, so that a surplus is felt for one moment only.
 *
 * @param share beta, of surplus and lack, in [0, 1]
 */
@About(
    value = "demand less a share of what was produced too much the moment before",
    source = "published code of Li et al. 2025")
public record CarriedLoad(
    @Parameter(
            value = "share of a surplus that serves the next moment",
            range = "[0, 1]",
            byDefault = "0.2")
        double share)
    implements Nature {
  public CarriedLoad {
    Check.within("share", share, Range.PROBABILITY);
  }

  @Override
  public Outcomes realize(Situation situation, Response response) {
    Column demand = situation.population().column(Attribute.LABEL);
    Column production = situation.deployment().predictions();
    Column labels =
        Column.generate(
            demand.size(),
            t ->
                t == 0
                    ? demand.get(0)
                    : demand.get(t) - share * (production.get(t - 1) - demand.get(t - 1)));
    return new Outcomes(labels, Column.constant(labels.size(), 0), Map.of());
  }
}
