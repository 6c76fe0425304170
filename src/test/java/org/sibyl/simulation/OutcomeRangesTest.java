package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.drawn.CoinOutcome;
import org.sibyl.outcome.drawn.CoupledOutcome;
import org.sibyl.outcome.drawn.HardnessOutcome;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.outcome.drawn.MixtureOutcome;
import org.sibyl.outcome.drawn.OutcomeByType;
import org.sibyl.outcome.drawn.RootOutcome;
import org.sibyl.outcome.drawn.SharedMarket;
import org.sibyl.outcome.drawn.ShownOutcome;

/** What drawn outcomes refuse, and where their noise comes from. */
class OutcomeRangesTest {
  private static final double NOTHING = Double.NaN;
  private static final Values NONE = Values.all(0);
  private static final LinearOutcome FINE = new LinearOutcome(0, NONE, 1, 1);

  private static void refused(String name, ThrowingCallable made) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name);
  }

  @Test
  void numbersOutOfRangeAreErrors() {
    refused("intercept", () -> new LinearOutcome(NOTHING, NONE, 1, 1));
    refused("weights", () -> new LinearOutcome(0, Values.all(NOTHING), 1, 1));
    refused("response", () -> new LinearOutcome(0, NONE, NOTHING, 1));
    refused("deviation", () -> new LinearOutcome(0, NONE, 1, NOTHING));
    refused("deviation", () -> new LinearOutcome(0, NONE, 1, -1));
    refused("offset", () -> new RootOutcome(NOTHING, 1, 1));
    refused("response", () -> new RootOutcome(1, NOTHING, 1));
    refused("deviation", () -> new RootOutcome(1, 1, -1));
    refused("share", () -> new MixtureOutcome(1.5, FINE, FINE));
    refused("bias", () -> new CoinOutcome(NOTHING, 1));
    refused("sensitivity", () -> new CoinOutcome(0, NOTHING));
    refused("weight", () -> new HardnessOutcome(NOTHING, 1, 1, 1));
    refused("variance", () -> new HardnessOutcome(1, -1, 1, 1));
    refused("hardness", () -> new HardnessOutcome(1, 1, NOTHING, 1));
    refused("center", () -> new HardnessOutcome(1, 1, 1, NOTHING));
    refused("intercept", () -> new SharedMarket(NOTHING, 1, 1, 1));
    refused("response", () -> new SharedMarket(1, NOTHING, 1, 1));
    refused("offset", () -> new SharedMarket(1, 1, NOTHING, 1));
    refused("deviation", () -> new SharedMarket(1, 1, 1, -1));
    refused("intercept", () -> new ShownOutcome(NOTHING, NONE, 1));
    refused("weights", () -> new ShownOutcome(0, Values.all(NOTHING), 1));
    refused("deviation", () -> new ShownOutcome(0, NONE, -1));
    List<Values> two = List.of(Values.each(1, 2), Values.each(3, 4));
    refused("matrix", () -> new CoupledOutcome(NONE, List.of(), NONE, 1));
    refused("means", () -> new CoupledOutcome(Values.each(1, 2, 3), two, NONE, 1));
    refused("means", () -> new CoupledOutcome(Values.all(NOTHING), two, NONE, 1));
    refused("matrix[0]", () -> new CoupledOutcome(NONE, List.of(Values.all(NOTHING)), NONE, 1));
    refused("weights", () -> new CoupledOutcome(NONE, two, Values.all(NOTHING), 1));
    refused("deviation", () -> new CoupledOutcome(NONE, two, NONE, NOTHING));
  }

  @Test
  void matricesMustFitTheMarkets() {
    List<Values> three = List.of(Values.each(1, 2), Values.each(3, 4), Values.each(5, 6));
    World world = Maps.world(Maps.population(2, 2, k -> k % 3 == 0 ? 1 : 0));
    refused(
        "matrix",
        () -> Maps.induced(Maps.outcomes(new CoupledOutcome(NONE, three, NONE, 1)), world, 1, 2));
    List<Values> longer = List.of(Values.each(1, 2, 3), Values.each(3, 4, 5));
    refused(
        "matrix[0]",
        () -> Maps.induced(Maps.outcomes(new CoupledOutcome(NONE, longer, NONE, 1)), world, 1, 2));
  }

  /** Models meet the same noise in the same round, and other noise in the next. */
  @Test
  void noiseBelongsToTheRoundAndNotToTheModel() {
    World world = Maps.world(Maps.alternating(40, -1, 1));
    List<Nature> natures =
        List.of(
            FINE,
            new RootOutcome(4, 0, 1),
            new MixtureOutcome(0.5, FINE, new LinearOutcome(9, NONE, 1, 2)),
            new OutcomeByType(FINE, new LinearOutcome(9, NONE, 1, 2)),
            new HardnessOutcome(0, 1, 0, 0));
    for (Nature nature : natures) {
      Dynamics dynamics = Maps.outcomes(nature);
      Round first = dynamics.play(world, Maps.linear(0));
      Column noise = first.outcomes().labels();
      assertThat(dynamics.play(world, Maps.linear(0)).outcomes().labels()).isEqualTo(noise);
      assertThat(dynamics.play(first.after(), Maps.linear(0)).outcomes().labels())
          .isNotEqualTo(noise);
      assertThat(dynamics.distributionMap(world).sample(Maps.linear(0), 1).outcomes())
          .isNotEqualTo(noise);
      Column other = dynamics.play(world, Maps.linear(0.5)).outcomes().labels();
      boolean responds =
          nature instanceof LinearOutcome
              || nature instanceof MixtureOutcome
              || nature instanceof OutcomeByType;
      for (int i = 0; i < 40; i++) {
        double shift = responds ? (i % 2 == 0 ? -0.5 : 0.5) : 0;
        assertThat(StrictMath.abs(other.get(i) - noise.get(i) - shift)).isLessThan(1e-12);
      }
    }
  }
}
