package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.learning.Unchanging;
import org.sibyl.network.ErdosRenyi;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Forecast;

/** Names do not matter: giving everyone another number, network and all, permutes the round. */
class RelabellingPropertiesTest {
  @Property(seed = "20261122", tries = 60)
  void relabellingTheNetworkPermutesTheRound(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    UniformRandomProvider random = Randomness.of(seed).at(Draw.FEATURES, 1);
    Network network = new ErdosRenyi(random.nextDouble() * 0.3).generate(size, random);
    int[] newName = PermutationSampler.natural(size);
    PermutationSampler.shuffle(random, newName);
    Column told = Column.owning(random.doubles(size).toArray());
    Population people = Worlds.people(size);
    Round round = Worlds.dynamics().play(world(people, network, told));
    Round renamed =
        Worlds.dynamics()
            .play(
                world(
                    renamed(people, newName), network.relabelled(newName), renamed(told, newName)));
    for (int i = 0; i < size; i++) {
      int other = newName[i];
      assertThat(renamed.response().actions().get(other))
          .isEqualTo(round.response().actions().get(i));
      assertThat(renamed.outcomes().fact(CollectiveRisk.GROUP_SUCCESS).get(other))
          .isEqualTo(round.outcomes().fact(CollectiveRisk.GROUP_SUCCESS).get(i));
      assertThat(renamed.revised().column(Attribute.TRUST).get(other))
          .isCloseTo(round.revised().column(Attribute.TRUST).get(i), within(1e-9));
    }
  }

  private static World world(Population people, Network network, Column told) {
    return World.first(people, network, new Unchanging(new Forecast(told)));
  }

  private static Column renamed(Column column, int[] newName) {
    double[] values = new double[newName.length];
    for (int i = 0; i < newName.length; i++) {
      values[newName[i]] = column.get(i);
    }
    return Column.owning(values);
  }

  private static Population renamed(Population people, int[] newName) {
    Population renamed = Population.of(renamed(people.features().column(0), newName).asMatrix());
    for (Map.Entry<Attribute, Column> column : people.columns().entrySet()) {
      renamed = renamed.with(column.getKey(), renamed(column.getValue(), newName));
    }
    return renamed;
  }
}
