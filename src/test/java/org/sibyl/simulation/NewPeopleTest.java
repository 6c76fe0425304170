package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.behavior.NewPeople;
import org.sibyl.behavior.TrustRule;
import org.sibyl.behavior.strategic.StrategicFeatures;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.Attribute;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.Sample;
import org.sibyl.prediction.LinearModel;

/** Other people each round. */
class NewPeopleTest {
  private static final int SIZE = 50;
  private static final LinearModel MODEL = Maps.linear(2);
  private static final FeatureSource SOURCE =
      (size, random) ->
          new Sample(
              List.of("x"),
              Column.generate(size, i -> random.nextDouble()).asMatrix(),
              Column.generate(size, i -> random.nextBoolean() ? 1 : 0));
  private static final PopulationDesign DESIGN =
      new PopulationDesign(
          OptionalInt.empty(), Values.all(0.8), Values.all(0.3), Optional.of(SOURCE));

  /** Everybody loses all trust, to see who is new. */
  private static final TrustRule LOST =
      (situation, response, labels) ->
          situation.population().with(Attribute.TRUST, Column.constant(SIZE, -700));

  private static List<Population> populations(Randomness randomness, int rounds) {
    Dynamics dynamics =
        new Dynamics(
            new StrategicFeatures(1, Optional.empty()),
            new RecordedLabels(),
            LOST,
            new NewPeople(DESIGN),
            new WholePopulation(),
            1,
            randomness,
            Workers.serial());
    List<Population> populations = new ArrayList<>();
    World world = Maps.world(DESIGN.build(SIZE, randomness.at(Draw.FEATURES, 0)));
    for (int round = 0; round < rounds; round++) {
      populations.add(world.population());
      Round played = dynamics.play(world, MODEL);
      assertThat(played.cohort().features().get(0, 0))
          .isEqualTo(world.population().features().get(0, 0) - 2);
      world = played.after();
    }
    return populations;
  }

  @Test
  void everyRoundHasOtherPeopleOfTheSameLaw() {
    List<Population> populations = populations(Randomness.of(5), 5);
    for (int one = 0; one < 5; one++) {
      Population people = populations.get(one);
      assertThat(people).isEqualTo(DESIGN.build(SIZE, Randomness.of(5).at(Draw.FEATURES, one)));
      assertThat(people.features()).isEqualTo(people.baseFeatures());
      for (int other = 0; other < one; other++) {
        assertThat(people.features()).isNotEqualTo(populations.get(other).features());
      }
    }
  }

  @Test
  void theSameSeedBringsTheSamePeople() {
    assertThat(populations(Randomness.of(5), 4)).isEqualTo(populations(Randomness.of(5), 4));
    assertThat(populations(Randomness.of(6), 4)).isNotEqualTo(populations(Randomness.of(5), 4));
    assertThat(populations(Randomness.of(5).replicate(1), 2).get(1))
        .isNotEqualTo(populations(Randomness.of(5), 2).get(1));
  }

  @Test
  void strangersTrustAsTheDesignSays() {
    Population second = populations(Randomness.of(5), 2).get(1);
    for (int i = 0; i < SIZE; i++) {
      assertThat(Given.trust(second, i)).isBetween(0.299999, 0.300001);
    }
    assertThat(second.column(Attribute.INNATE_BELIEF)).isEqualTo(Column.constant(SIZE, 0.8));
    assertThat(second.column(Attribute.ACTION))
        .isEqualTo(Column.constant(SIZE, Attribute.NO_ACTION));
  }

  @Test
  void withoutASourceNobodyCanCome() {
    assertThatThrownBy(
            () ->
                new NewPeople(
                    new PopulationDesign(OptionalInt.empty(), Values.all(0.8), Values.all(0.5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("carryover: new-people needs people to draw. State population.features.");
  }
}
