package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.Optional;
import org.sibyl.behavior.screening.WithinReach;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.experiment.reproduction.riskcontrol.Trajectories.Trajectory;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.Plan;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Sample;
import org.sibyl.population.table.CreditScores;
import org.sibyl.prediction.risk.Acceptance;

/** The borrowers of an experiment, who lower their score by .3 where that gets them accepted. */
final class Borrowers {
  private static final double REACH = 0.3;

  private final Workbench bench;
  private final Experiment experiment;
  private final Pool pool;
  private final double times; // of the mean risk where costs are 1

  private Borrowers(Workbench bench, Experiment experiment, Pool pool) {
    this.bench = bench;
    this.experiment = experiment;
    this.pool = pool;
    double times =
        trajectories(1, means())
            .curve(pool.everyone(), 0, 1)
            .timesMean()
            .orElseThrow(() -> new IllegalStateException("more borrowers cost than a tail has"));
    this.times = times * experiment.meanCost();
  }

  /** The real borrowers where the user has them, and else their stand-in. */
  static Borrowers of(Workbench bench, Experiment experiment) {
    CreditScores scores = new CreditScores(bench.credit(), experiment.people());
    int size = scores.fixedSize().orElseThrow();
    Sample people = scores.draw(size, Workbench.randomness().at(Draw.FEATURES, 0));
    WithinReach response = new WithinReach(bench.sensitivity().applyAsDouble(REACH), true);
    return new Borrowers(
        bench,
        experiment,
        Pool.of(people.features().column(0).toArray(), people.labels().toArray(), response));
  }

  /** Under which name the expected numbers of a reproduction lie. */
  static String expected(String name, Workbench bench) {
    return bench.credit().exists() ? name : name + "-stand-in";
  }

  Experiment experiment() {
    return experiment;
  }

  Pool pool() {
    return pool;
  }

  /** Everyone of label 1 costs the mean. */
  Pool.Costs means() {
    double mean = experiment.meanCost();
    return (person, round) -> mean;
  }

  /** What a person costs in a round: drawn as the outcome default-cost draws it, or 1. */
  Pool.Costs costs(Randomness randomness) {
    return experiment.meanCost() == 1
        ? Pool.Costs.alike()
        : new UniformCosts(randomness, pool.size());
  }

  /** The plan of a slope. */
  Optional<Plan> plan(double slope) {
    PerformativeRiskControl control = experiment.control(bench, slope);
    return Plan.solve(control, control.widths(experiment.size()));
  }

  /** Adds what is planned for a slope. */
  void putPlan(Figure figure, double slope) {
    Plan plan = plan(slope).orElseThrow();
    String place = experiment.name() + ", tau " + slope + ": ";
    figure.put(place + "rounds at most", plan.rounds());
    figure.put(place + "width", plan.width());
    if (slope > 0) {
      figure.put(place + "least step", plan.leastStep());
    }
  }

  private Trajectories trajectories(double slope, Pool.Costs costs) {
    return new Trajectories(
        pool, costs, experiment.control(bench, slope), experiment.size(), Optional.empty());
  }

  /** A trajectory by a plan, which is solved once for many. */
  Trajectory play(Plan plan, double slope, Sampling sampling, Randomness randomness) {
    return new Trajectories(
            pool,
            costs(randomness),
            experiment.control(bench, slope),
            experiment.size(),
            Optional.of(plan))
        .play(sampling, randomness);
  }

  /** Trajectories on everyone, at mean costs. */
  Trajectories limit(double slope) {
    return new Trajectories(
        pool, means(), experiment.control(bench, slope), experiment.size(), plan(slope));
  }

  /** R(lambda, lambda) of everyone, at mean costs. */
  double risk(double lambda) {
    return times * pool.deployedRisk((Acceptance) experiment.risk().rule(), lambda);
  }

  /** Costs that are uniform on [0, 1), anew in each round. */
  private static final class UniformCosts implements Pool.Costs {
    private final Randomness randomness;
    private final double[] costs;
    private int drawn = -1;

    UniformCosts(Randomness randomness, int people) {
      this.randomness = randomness;
      this.costs = new double[people];
    }

    @Override
    public double of(int person, int round) {
      if (round != drawn) {
        var random = randomness.at(Draw.NATURE, round);
        for (int i = 0; i < costs.length; i++) {
          costs[i] = random.nextDouble();
        }
        drawn = round;
      }
      return costs[person];
    }
  }
}
