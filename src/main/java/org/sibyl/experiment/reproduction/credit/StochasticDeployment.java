package org.sibyl.experiment.reproduction.credit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.NewPeople;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Expected.Table;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.retraining.GreedyDescent;
import org.sibyl.learning.retraining.LazyDescent;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.Sample;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.World;

/** Stochastic gradient descent on the credit data, one borrower per round. */
final class StochasticDeployment implements CreditReproduction {
  /** Length of the recorded runs with a fixed turn. */
  private static final int STEPS = 20_000;

  /** Length of our runs with borrowers at random. */
  private static final int HORIZON = 40_000;

  /** The methods by the names of the recorded runs. */
  private static final List<String> METHODS = List.of("greedy", "lazy-k", "lazy-k3");

  private static final int REPETITIONS = 3;
  private static final double GAMMA = 1000.0 / 18_357;
  private static final double BETA = 4.720758796181739;
  private static final double LIPSCHITZ = 60.66518496797549;

  @Override
  public String name() {
    return "stochastic-credit";
  }

  @Override
  public String reference() {
    return "Mendler-Dünner et al. 2020, section 5, credit";
  }

  @Override
  public String statement() {
    return "greedy and lazy deployment follow the recorded runs borrower by borrower";
  }

  @Override
  public Axes axes() {
    return Axes.lines("samples", "distance").by("sensitivity", "method");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("sensitivity", "method", "samples", "distance");
    Borrowers borrowers = new Borrowers(bench);
    Iterates recorded = Iterates.shipped();
    Sample inOrder = borrowers.all().rows(order());
    for (String method : METHODS) {
      for (String epsilon : List.of("0.001", "100", "1000")) {
        inTurn(bench, borrowers, inOrder, recorded, method, epsilon, figure);
      }
      for (String epsilon : List.of("0.001", "100")) {
        atRandom(bench, borrowers, recorded, method, epsilon, figure);
      }
    }
    return figure;
  }

  /** Our borrowers, who are in the order of the file, in the order of the published code. */
  private static int[] order() {
    return Table.read("credit-row-order.csv").stream()
        .mapToInt(row -> (int) Table.number(row, "borrower"))
        .toArray();
  }

  private static void inTurn(
      Workbench bench,
      Borrowers borrowers,
      Sample inOrder,
      Iterates recorded,
      String method,
      String epsilon,
      Figure figure) {
    String run = method + " eps=" + epsilon;
    RowsInTurn turn = new RowsInTurn(inOrder);
    double sensitivity = Double.parseDouble(epsilon);
    Dynamics dynamics = bench.dynamics(borrowers.moving(sensitivity), new RecordedLabels(), turn);
    Algorithm algorithm = algorithm(borrowers, method, sensitivity, recorded.theta(run, 0));
    World world = bench.world(Population.of(turn.of(1)), algorithm);
    double farthest = 0;
    for (int step = 1; step <= STEPS; step++) {
      world = dynamics.play(world).after();
      if (recorded.has(run, step)) {
        farthest = StrictMath.max(farthest, recorded.distance(run, step, theta(world)));
      }
    }
    figure.put(run + ": distance to the recorded deployments at most", farthest);
  }

  private static void atRandom(
      Workbench bench,
      Borrowers borrowers,
      Iterates recorded,
      String method,
      String epsilon,
      Figure figure) {
    double sensitivity = Double.parseDouble(epsilon);
    PopulationDesign one =
        new PopulationDesign(
            OptionalInt.of(1), Values.all(0.5), Values.all(0.5), Optional.of(borrowers.source()));
    Carryover others = new NewPeople(one);
    double[] start = recorded.theta(method + " eps=" + epsilon, 0);
    double[] stable = stable(sensitivity, start);
    Algorithm algorithm = algorithm(borrowers, method, sensitivity, start);
    Dynamics dynamics = bench.dynamics(borrowers.moving(sensitivity), new RecordedLabels(), others);
    double[] distances = new double[REPETITIONS];
    for (int k = 0; k < REPETITIONS; k++) {
      Randomness random = Workbench.randomness().replicate(k);
      World world = bench.world(one.build(1, random.at(Draw.FEATURES, 0)), algorithm);
      Dynamics repeated = dynamics.with(random);
      for (int step = 1; step <= HORIZON; step++) {
        world = repeated.play(world).after();
        if (k == 0 && step % 1000 == 0) {
          figure.row(
              sensitivity, METHODS.indexOf(method), step, Iterates.distance(stable, theta(world)));
        }
      }
      distances[k] = Iterates.distance(stable, theta(world));
    }
    figure.put(
        method + " eps=" + epsilon + ": mean distance after " + HORIZON + " borrowers",
        Estimate.mean(distances));
  }

  /** The stable point: the fit, its intercept moved (specification, P4). */
  private static double[] stable(double sensitivity, double... fit) {
    double[] stable = fit.clone();
    for (int k : Borrowers.STRATEGIC.orElseThrow()) {
      stable[stable.length - 1] += sensitivity * fit[k] * fit[k];
    }
    return stable;
  }

  private static double[] theta(World world) {
    return ((Parametric) world.learner().model()).theta();
  }

  /** The published steps, a hundred times those of the theory. */
  private static Algorithm algorithm(
      Borrowers borrowers, String method, double sensitivity, double... start) {
    Task task = borrowers.task(GAMMA);
    boolean inTheory = method.equals("greedy") && sensitivity <= GAMMA / BETA;
    double curvature = inTheory ? GAMMA - sensitivity * BETA : GAMMA;
    double scale = 100 / curvature;
    double offset = 8 * LIPSCHITZ * LIPSCHITZ / (curvature * curvature);
    return switch (method) {
      // the published code counts greedy steps from 0, lazy ones from 1
      case "greedy" -> new GreedyDescent(Borrowers.given(start), scale, offset - 1, task);
      case "lazy-k" ->
          new LazyDescent(Borrowers.given(start), LazyDescent.Schedule.LINEAR, scale, offset, task);
      default ->
          new LazyDescent(Borrowers.given(start), LazyDescent.Schedule.CUBE, scale, offset, task);
    };
  }
}
