package org.sibyl.learning;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.Minimum;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.Activation;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.NeuralModels;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/**
 * One retraining on as many people as the credit data has, 18 357 with 10 features and a constant,
 * from zero to a gradient of 1e-11; and a neural network of 32 units on 20 000 such people.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RetrainingBenchmark {
  private static final int PEOPLE = 18_357;
  private static final int FEATURES = 11;

  private Cohort cohort;
  private Problem problem;
  private Problem network;
  private double[] start;
  private Matrix more;

  /** Makes the people. */
  @Setup(Level.Trial)
  public void prepare() {
    cohort = cohort(PEOPLE);
    more = cohort(20_000).features();
    problem =
        new Task(new LinearModels(0), new LogisticLoss(), 1.0 / PEOPLE, false, new Everywhere())
            .on(FEATURES);
    network =
        new Task(
                new NeuralModels(List.of(32), Activation.TANH),
                SquaredLoss.plain(),
                0,
                false,
                new Everywhere())
            .on(FEATURES);
    start =
        Randomness.of(2)
            .at(Draw.LEARNER, 0)
            .doubles(network.dimension())
            .map(number -> number - 0.5)
            .toArray();
  }

  private static Cohort cohort(int size) {
    var random = Randomness.of(1).at(Draw.FEATURES, 0);
    double[] features = new double[size * FEATURES];
    double[] outcomes = new double[size];
    int[] individuals = new int[size];
    for (int i = 0; i < size; i++) {
      individuals[i] = i;
      double score = 0;
      for (int k = 0; k < FEATURES; k++) {
        double feature = k == FEATURES - 1 ? 1 : 4 * random.nextDouble() - 2;
        features[i * FEATURES + k] = feature;
        score += 0.2 * (k - 4) * feature;
      }
      outcomes[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-score)) ? 1 : 0;
    }
    return new Cohort(
        1,
        individuals,
        Matrix.of(size, FEATURES, features),
        Column.constant(size, 0),
        Column.of(outcomes),
        Optional.empty(),
        Optional.empty());
  }

  /** A logistic regression to the end. */
  @Benchmark
  public Minimum logisticRegression() {
    return Minimiser.exact()
        .minimise(SmoothFunction.of(problem, cohort), new Everywhere(), new double[FEATURES]);
  }

  /** Value, gradient and Hessian at one point. */
  @Benchmark
  public Matrix valueGradientHessian() {
    var here = problem.at(new double[FEATURES], cohort);
    here.gradient();
    return here.hessian().orElseThrow();
  }

  /** The scores of a network. */
  @Benchmark
  public Column networkScores() {
    Parametric model = network.model(start);
    return model.predict(more, Randomness.of(0).at(Draw.DEPLOYMENT, 0));
  }

  /** Value and gradient of a network. */
  @Benchmark
  public double[] networkGradient() {
    return network.gradient(start, cohort);
  }
}
