package org.sibyl.outcome.decision;

import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.network.ExposureMapping;
import org.sibyl.numeric.Column;

/** What everyone feels of the decisions about its neighbors, as taken up. */
final class Exposures {
  private Exposures() {}

  static Column of(Situation situation, Response response, int decisions, ExposureMapping mapping) {
    Column taken =
        Column.generate(
            response.actions().size(),
            i -> DecisionFacts.decision(response.actions(), i, decisions));
    return Column.generate(taken.size(), i -> mapping.of(situation.network(), i, taken));
  }
}
