package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.Unchanging;
import org.sibyl.network.Network;
import org.sibyl.network.Ring;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Silence;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;

/** The tutorial's code is this package's {@link Imitation}, word for word, and it works. */
class TutorialTest {
  @Test
  void theTutorialShowsTheCodeThatIsTested() throws IOException {
    String code = Files.readString(Path.of("src/test/java/org/sibyl/behavior/Imitation.java"));
    assertThat(Files.readString(Path.of("src/docs/tutorial.md")))
        .contains("```java\n" + code + "```");
  }

  @Test
  void imitationSpreadsCooperation() {
    Randomness randomness = Randomness.of(2);
    Network ring = new Ring().generate(50, randomness.at(Draw.NETWORK, 0));
    Column none = Column.constant(50, Attribute.NO_ACTION);
    Population people = Population.of(none.asMatrix()).with(Attribute.ACTION, none);
    Dynamics dynamics =
        new Dynamics(
            new Imitation(0.1),
            (situation, response) ->
                new Outcomes(response.actions(), Column.constant(50, 0), Map.of()),
            new FixedTrust(),
            new LastAction(),
            new WholePopulation(),
            1,
            randomness,
            Workers.serial());
    World world = World.first(people, ring, new Unchanging(new Silence()));
    double first = dynamics.play(world).response().actions().mean();
    for (int round = 0; round < 200; round++) {
      world = dynamics.play(world).after();
    }
    assertThat(first).isBetween(0.0, 0.4);
    assertThat(world.population().column(Attribute.ACTION).mean()).isEqualTo(1);
  }
}
