package org.sibyl.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.sibyl.numeric.Share;

/** What a player gains by cooperating is what the payoffs say. */
class CollectiveRiskPropertiesTest {
  @Property(seed = "20260451", tries = 500)
  void theGainIsTheDifferenceOfPayoffs(
      @ForAll @Scale(6) @DoubleRange(min = 1e-3, max = 1e3) double endowment,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double risk,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double cost,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double threshold,
      @ForAll @IntRange(min = 1, max = 30) int groupSize) {
    CollectiveRisk game =
        new CollectiveRisk(endowment, risk, cost, Share.of(threshold), Disaster.EXPECTED);
    for (int others = 0; others < groupSize; others++) {
      double gained =
          game.payoff(others + 1, groupSize, true) - game.payoff(others, groupSize, false);
      boolean pivotal = others == game.needed(groupSize) - 1;
      assertThat(gained).isCloseTo(game.gain(pivotal ? 1 : 0), within(1e-12 * endowment));
    }
  }
}
