package org.sibyl.experiment.reproduction.performative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.NewPeople;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.strategic.StrategicFeatures;
import org.sibyl.behavior.strategic.Unmoved;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Unchanging;
import org.sibyl.network.Isolated;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.NormalSource;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.Loss;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.World;

/**
 * People, how they respond and what comes of it.
 *
 * @param bench what reproductions are made with
 * @param people where they come from
 * @param size how many
 * @param response how they respond
 * @param nature what comes of it
 * @param carryover what remains
 */
record Setting(
    Workbench bench,
    FeatureSource people,
    int size,
    ResponseModel response,
    Nature nature,
    Carryover carryover) {

  /** Nobody moves, outcomes respond, and the same people come again. */
  static Setting ofOutcomes(Workbench bench, FeatureSource people, int size, Nature nature) {
    return new Setting(bench, people, size, new Unmoved(), nature, new ResetToBase());
  }

  /** People whose features, about these means, move by so much per unit of theta. */
  static Setting ofFeatures(Workbench bench, double sensitivity, double... means) {
    NormalSource alike = new NormalSource(means.length, Values.each(means), 1, false, true);
    ResponseModel moving = moving(bench, sensitivity, means.length);
    return new Setting(bench, alike, 8, moving, new RecordedLabels(), new ResetToBase());
  }

  /** All features move by so much per unit of their own parameter. */
  static StrategicFeatures moving(Workbench bench, double sensitivity, int features) {
    return new StrategicFeatures(
        -bench.sensitivity().applyAsDouble(sensitivity),
        Optional.of(IntStream.range(0, features).boxed().toList()));
  }

  /** The same with new people of another source in every round. */
  Setting fresh(FeatureSource source, int number) {
    PopulationDesign design =
        new PopulationDesign(
            OptionalInt.empty(), Values.all(0.5), Values.all(0.5), Optional.of(source));
    return new Setting(bench, source, number, response, nature, new NewPeople(design));
  }

  Setting keeping(ResponseModel other, Carryover kept) {
    return new Setting(bench, people, size, other, nature, kept);
  }

  /** What a linear model is judged by here. */
  static Task task(Workbench bench, Loss loss, double ridge, Domain domain) {
    return new Task(new LinearModels(0), bench.loss().apply(loss), ridge, true, domain);
  }

  static GivenParameters at(double... theta) {
    return new GivenParameters(Values.each(theta));
  }

  Dynamics dynamics(int replicate) {
    return bench
        .dynamics(response, nature, carryover)
        .with(Workbench.randomness().replicate(replicate));
  }

  World first(Algorithm algorithm, int replicate) {
    Randomness random = Workbench.randomness().replicate(replicate);
    Population persons = Population.of(people.draw(size, random.at(Draw.FEATURES, 0)));
    Network nobody = new Isolated().generate(size, random.at(Draw.NETWORK, 0));
    return World.first(
        persons,
        nobody,
        algorithm.start(new Beginning(nobody, persons.features()), random.at(Draw.LEARNER, 0)));
  }

  /** What is deployed in so many rounds, and what would be in the next. */
  List<double[]> thetas(Algorithm algorithm, int replicate, int rounds) {
    return worlds(algorithm, replicate, rounds).stream().map(Setting::theta).toList();
  }

  /** The last theta. */
  double[] last(Algorithm algorithm, int replicate, int rounds) {
    Dynamics dynamics = dynamics(replicate);
    World world = first(algorithm, replicate);
    for (int t = 0; t < rounds; t++) {
      world = dynamics.play(world).after();
    }
    return theta(world);
  }

  /** The world before each round, and after all. */
  List<World> worlds(Algorithm algorithm, int replicate, int rounds) {
    Dynamics dynamics = dynamics(replicate);
    List<World> worlds = new ArrayList<>();
    worlds.add(first(algorithm, replicate));
    for (int t = 0; t < rounds; t++) {
      worlds.add(dynamics.play(worlds.get(t)).after());
    }
    return worlds;
  }

  static double[] theta(World world) {
    return ((Parametric) world.learner().model()).theta();
  }

  /** The performative risk of theta, as the people who answer it show. */
  double risk(Task task, int replicate, double... theta) {
    Problem problem = task.on(people.draw(size, random(replicate)).features().columns());
    World world = first((beginning, random) -> new Unchanging(problem.model(theta)), replicate);
    return problem.value(theta, dynamics(replicate).play(world).cohort());
  }

  private static UniformRandomProvider random(int replicate) {
    return Workbench.randomness().replicate(replicate).at(Draw.FEATURES, 0);
  }

  /** A mean over independent replicates. */
  static Estimate mean(int replicates, IntToDoubleFunction number) {
    return Estimate.mean(IntStream.range(0, replicates).mapToDouble(number).toArray());
  }
}
