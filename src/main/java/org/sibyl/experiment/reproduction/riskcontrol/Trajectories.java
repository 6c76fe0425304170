package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.sibyl.learning.riskcontrol.Calibration;
import org.sibyl.learning.riskcontrol.ControlStatus;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.Plan;
import org.sibyl.learning.riskcontrol.RiskCurve;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * Trajectories of risk control on a pool. The steps are those that the learner makes of the cohorts
 * of a simulation; the plan is solved once for all of them.
 */
final class Trajectories {
  private final Pool pool;
  private final Pool.Costs costs;
  private final Calibration start;
  private final int size;

  /**
   * Trajectories of this algorithm.
   *
   * @param size people in a cohort, which widths are for unless the algorithm has a sample size
   */
  Trajectories(Pool pool, Pool.Costs costs, PerformativeRiskControl control, int size) {
    this(
        pool,
        costs,
        control,
        size,
        Plan.solve(control, control.widths(control.sampleSize().orElse(size))));
  }

  /** Trajectories with a plan that was made elsewhere; where it is empty there is none. */
  Trajectories(
      Pool pool, Pool.Costs costs, PerformativeRiskControl control, int size, Optional<Plan> plan) {
    this.pool = pool;
    this.costs = costs;
    this.size = size;
    Calibration first = Calibration.from(control);
    this.start = plan.map(first::planned).orElse(first);
  }

  /**
   * Where a trajectory went.
   *
   * @param lambdas of all deployments, the last of which is the answer
   * @param end how it stands then
   */
  record Trajectory(List<Double> lambdas, Calibration end) {
    double last() {
      return lambdas.get(lambdas.size() - 1);
    }

    /** Rounds that were learned from. */
    int rounds() {
      return lambdas.size() - 1;
    }
  }

  /** The plan of all trajectories; empty where there is none. */
  Optional<Plan> plan() {
    return start.plan();
  }

  /** A trajectory whose cohorts are drawn so. */
  Trajectory play(Sampling sampling, Randomness randomness) {
    return play(round -> sampling.cohort(pool, size, round, randomness));
  }

  /** The people of a cohort. */
  @FunctionalInterface
  interface Cohorts {
    /** The cohort of a round, from 1. */
    BitSet in(int round);
  }

  /** A trajectory on these cohorts. */
  Trajectory play(Cohorts cohorts) {
    List<Double> lambdas = new ArrayList<>(List.of(start.lambda()));
    Calibration now = start;
    for (int round = 1; now.status() == ControlStatus.MOVING; round++) {
      BitSet cohort = cohorts.in(round);
      now = now.step(curve(cohort, now.lambda(), round), cohort.cardinality());
      lambdas.add(now.lambda());
    }
    return new Trajectory(List.copyOf(lambdas), now);
  }

  /** The risk of every rule on a cohort that responded to a deployed one. */
  RiskCurve curve(BitSet cohort, double deployed, int round) {
    RiskTarget risk = start.algorithm().risk();
    return RiskCurve.of(risk, pool.responded(cohort, deployed, round, costs));
  }

  /** R(lambda, lambda) on the whole pool, with the costs of a round. */
  double risk(double lambda, int round) {
    return curve(pool.everyone(), lambda, round).at(lambda);
  }
}
