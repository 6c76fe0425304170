package org.sibyl.simulation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.TieRule;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.GivenForecast;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.network.BarabasiAlbert;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;

/**
 * One round with Bayesian trust on a Barabási-Albert network (m = 2), everyone observed and the
 * forecast retrained: as a function, on MASON's schedule, and as bare loops over arrays.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx6g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class RoundBenchmark {
  /** Individuals. */
  @Param({"10000", "100000", "1000000"})
  public int size;

  private Dynamics dynamics;
  private World first;
  private World world;
  private Simulation simulation;
  private BareRound bare;

  /** Makes the world, and lets one round pass. */
  @Setup(Level.Trial)
  public void prepare() {
    dynamics = dynamics();
    first = world(size);
    world = dynamics.play(first).after();
    simulation = new Simulation(dynamics, first);
    simulation.start();
    bare = new BareRound(first, 1, 0.6, 0.1, 0.5);
  }

  static Dynamics dynamics() {
    CollectiveRisk game = new CollectiveRisk(1, 0.6, 0.1, Share.of(0.5), Disaster.EXPECTED);
    return new Dynamics(
        new PivotalCooperation(game, TieRule.DEFECT),
        game,
        BayesianTrust.withFloor(),
        new LastAction(),
        new WholePopulation(),
        1,
        Randomness.of(0),
        Workers.serial());
  }

  static World world(int size) {
    Randomness randomness = Randomness.of(0);
    Network network =
        new BarabasiAlbert(2, BarabasiAlbert.Start.STAR)
            .generate(size, randomness.at(Draw.NETWORK, 0));
    var random = randomness.at(Draw.LEARNER, 0);
    double[] forecast = random.doubles(size).toArray();
    Population population =
        new PopulationDesign(java.util.OptionalInt.of(size), Values.all(0.5), Values.all(0.5))
            .build(size, Randomness.of(0).at(Draw.FEATURES, 0));
    return World.first(
        population,
        network,
        new RepeatedRiskMinimization(new GivenForecast(Values.each(forecast)))
            .start(Beginning.of(network), random));
  }

  /** A round as a function of a world. */
  @Benchmark
  public Round play() {
    Round round = dynamics.play(world);
    world = round.after();
    return round;
  }

  /** A round on MASON's schedule, every individual an agent. */
  @Benchmark
  public Round schedule() {
    return simulation.playRound();
  }

  /** A round as bare loops over arrays. */
  @Benchmark
  public BareRound bareArrays() {
    bare.play();
    return bare;
  }
}
