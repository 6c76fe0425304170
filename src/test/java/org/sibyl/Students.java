package org.sibyl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.NewPeople;
import org.sibyl.behavior.decision.TakeUp;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.network.NetworkGenerator;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.Nature;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.Survey;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;

/**
 * Students about whom is decided, for tests that play agents.
 *
 * @param size how many
 * @param source where they come from
 * @param network who sees whom
 * @param nature what comes of it
 * @param survey who is observed
 * @param trust with which decisions are taken up
 * @param fresh whether others come in every round
 * @param seed of all noise
 */
public record Students(
    int size,
    FeatureSource source,
    NetworkGenerator network,
    Nature nature,
    Survey survey,
    double trust,
    boolean fresh,
    long seed) {
  /** Students who take up everything, all of whom are observed. */
  public Students(
      int size, FeatureSource source, NetworkGenerator network, Nature nature, long seed) {
    this(size, source, network, nature, new WholePopulation(), 1, false, seed);
  }

  /** The same students with others in every round. */
  public Students renewed() {
    return new Students(size, source, network, nature, survey, trust, true, seed);
  }

  /** The same students, observed otherwise. */
  public Students observed(Survey other) {
    return new Students(size, source, network, nature, other, trust, fresh, seed);
  }

  /** The same students with another trust. */
  public Students trusting(double other) {
    return new Students(size, source, network, nature, survey, other, fresh, seed);
  }

  /** So many rounds. */
  public List<Round> play(Algorithm algorithm, int rounds) {
    Randomness randomness = Randomness.of(seed);
    PopulationDesign design =
        new PopulationDesign(
            OptionalInt.of(size), Values.all(0.5), Values.all(trust), Optional.of(source));
    Population people = design.build(size, randomness.at(Draw.FEATURES, 0));
    var graph = network.generate(size, randomness.at(Draw.NETWORK, 0));
    Carryover carryover = fresh ? new NewPeople(design) : new Keep();
    Dynamics dynamics =
        new Dynamics(
            new TakeUp(),
            nature,
            new FixedTrust(),
            carryover,
            survey,
            1,
            randomness,
            Workers.serial());
    World world =
        World.first(
            people,
            graph,
            algorithm.start(
                new Beginning(graph, people.features()), randomness.at(Draw.LEARNER, 0)));
    List<Round> played = new ArrayList<>();
    for (int k = 0; k < rounds; k++) {
      played.add(dynamics.play(world));
      world = played.get(k).after();
    }
    return played;
  }
}
