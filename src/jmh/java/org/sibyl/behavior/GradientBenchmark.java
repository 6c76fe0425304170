package org.sibyl.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.sibyl.network.BarabasiAlbert;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;

/** The derivative of a game of 20 rounds on a Barabási-Albert network (m = 2), trust Bayesian. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class GradientBenchmark {
  private static final int ROUNDS = 20;

  /** Individuals. */
  @Param({"20", "1000"})
  public int size;

  /** What is wanted of the game. */
  @Param({"INDIVIDUAL", "GROUP"})
  public SteeringLoss.Aim aim;

  private PerformativeGradient gradient;
  private List<Cohort> rounds;

  /** Makes a game with forecasts and actions at random. */
  @Setup(Level.Trial)
  public void prepare() {
    CollectiveRisk game = new CollectiveRisk(1, 0.4, 0.2, Share.of(0.5), Disaster.EXPECTED);
    Network network =
        new BarabasiAlbert(2, BarabasiAlbert.Start.STAR)
            .generate(size, Randomness.of(0).at(Draw.NETWORK, 0));
    Population people =
        new PopulationDesign(OptionalInt.of(size), Values.all(0.8), Values.all(0.5))
            .build(size, Randomness.of(0).at(Draw.FEATURES, 0));
    gradient =
        new PivotalCooperation(game, TieRule.DEFECT)
            .performativeGradient(BayesianTrust.withFloor(), people, network)
            .orElseThrow();
    Random random = new Random(20260904);
    rounds = new ArrayList<>();
    for (int s = 1; s <= ROUNDS; s++) {
      rounds.add(round(s, random));
    }
  }

  private Cohort round(int number, Random random) {
    return new Cohort(
        number,
        IntStream.range(0, size).toArray(),
        Matrix.of(size, 0),
        Column.of(random.doubles(size, 0.05, 0.95).toArray()),
        Column.generate(size, i -> random.nextInt(2)),
        Optional.empty(),
        Optional.empty());
  }

  /** A game, from its end to its beginning. */
  @Benchmark
  public PerformativeGradient.Slopes sweep() {
    return gradient.of(SteeringLoss.published(aim), TrustFlow.FULL, rounds);
  }
}
