package org.sibyl.prediction.decision;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Scored;

/**
 * A rule in force: what it predicts for a person is what it decides about it.
 *
 * @param rule that decides
 * @param outcomes what the Predictor then believes will come of it, if it has a model of that
 */
public record DecisionPolicy(DecisionRule rule, Optional<OutcomeModel> outcomes) implements Model {
  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    double[] row = new double[features.columns()];
    return Column.generate(
        features.rows(),
        i -> {
          features.copyRow(i, row);
          return rule.decide(row);
        });
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
