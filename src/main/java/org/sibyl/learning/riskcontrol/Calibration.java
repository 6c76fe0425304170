package org.sibyl.learning.riskcontrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.Episode;

/**
 * Performative risk control on its way (Li et al. 2025, algorithm 1). A step needs one risk curve;
 * {@link #step} takes it from anywhere, {@link #learn} makes it of a cohort.
 *
 * @param algorithm its parameters
 * @param plan what the rounds may use up; empty before the first cohort
 * @param status how it stands
 * @param lambda of the rule to deploy
 * @param held rounds that the rule has been in force since it was last learned from
 * @param steps made so far, at most as many as the plan has rounds
 * @param seen the people last learned from, where they must be new each time; else empty
 * @param remarks what a reader of the run should know beside how it stands
 */
public record Calibration(
    PerformativeRiskControl algorithm,
    Optional<Plan> plan,
    ControlStatus status,
    double lambda,
    int held,
    int steps,
    Optional<Sighting> seen,
    List<String> remarks)
    implements Learner {
  private static final double SLACK = 1e-12; // of the stop rule, for rounding

  public Calibration {
    remarks = List.copyOf(remarks);
  }

  /** Before the first deployment, which is that of the safe rule. */
  public static Calibration from(PerformativeRiskControl algorithm) {
    ControlStatus status =
        algorithm.least() == algorithm.safe() ? ControlStatus.DONE : ControlStatus.MOVING;
    return new Calibration(
        algorithm, Optional.empty(), status, algorithm.safe(), 0, 0, Optional.empty(), List.of());
  }

  /** The same with a plan that was solved before, as where many runs share one. */
  public Calibration planned(Plan solved) {
    return new Calibration(
        algorithm, Optional.of(solved), status, lambda, held, steps, seen, remarks);
  }

  @Override
  public Conservative model() {
    return algorithm.risk().rule().model(lambda);
  }

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    if (status != ControlStatus.MOVING) {
      return this;
    }
    return held + 1 < algorithm.dwell()
        ? new Calibration(algorithm, plan, status, lambda, held + 1, steps, seen, remarks)
        : learn(episode.last());
  }

  private Calibration learn(Cohort cohort) {
    double review = algorithm.reviewProbability();
    if (JudgedSample.isSelective(cohort, review)) {
      return ended(
          ControlStatus.SELECTIVE_LABELS,
          "labels of some people are missing, so the risk of less conservative rules is not known."
              + " Maybe have a random share of them reviewed and declare review-probability.");
    }
    if (seen.isPresent() && seen.get().isSameAs(cohort)) {
      throw new IllegalArgumentException(
          "learning.samples: fresh, but round "
              + cohort.round()
              + " has the same people with the same labels as the round before. Maybe choose"
              + " survey: {type: fresh-sample}, or carryover: {type: new-people}, or say"
              + " samples: reuse-uniform or reuse-heuristic.");
    }
    JudgedSample sample = JudgedSample.of(cohort, review);
    LossCheck check = new LossCheck(algorithm.risk().rule(), cohort, sample);
    check.between(algorithm.least(), algorithm.safe());
    if (algorithm.samples() == SampleMode.REUSE_UNIFORM) {
      check.allOrNothing();
    }
    Calibration next = step(RiskCurve.of(algorithm.risk(), sample), cohort.size());
    return next.status == ControlStatus.MOVING && algorithm.samples() == SampleMode.FRESH
        ? next.having(Sighting.of(cohort))
        : next;
  }

  private Calibration having(Sighting people) {
    return new Calibration(
        algorithm, plan, status, lambda, held, steps, Optional.of(people), remarks);
  }

  /**
   * One step of the algorithm.
   *
   * @param curve the risk of every rule on people who responded to the deployed one
   * @param people n of the first cohort, which widths are for unless sample-size is given
   */
  public Calibration step(RiskCurve curve, int people) {
    Optional<Plan> known = plan.isPresent() ? plan : Plan.solve(algorithm, widths(people));
    if (known.isEmpty()) {
      return ended(ControlStatus.INFEASIBLE, feasible(people));
    }
    Plan solved = known.get();
    if (steps >= solved.rounds()) {
      throw new IllegalStateException("risk control: more steps than its plan of " + solved);
    }
    Calibration ready = planned(solved).remarking(curve);
    double limit = algorithm.risk().level() - solved.width();
    if (curve.at(lambda) > limit) { // not even this rule, with its width
      return steps == 0
          ? ready.ended(
              ControlStatus.NO_SAFE_PROGRESS,
              "the safe rule's own risk, "
                  + curve.at(lambda)
                  + ", exceeds level less width, "
                  + limit)
          : ready.moved(ControlStatus.DONE, lambda);
    }
    double next =
        StrictMath.min(
            lambda, curve.least(algorithm.least(), lambda, algorithm.riskSlopeBound(), limit));
    boolean last = next >= lambda - solved.leastStep() - SLACK || next <= algorithm.least();
    return ready.moved(last ? ControlStatus.DONE : ControlStatus.MOVING, next);
  }

  private Calibration moved(ControlStatus next, double to) {
    return new Calibration(algorithm, plan, next, to, 0, steps + 1, Optional.empty(), remarks);
  }

  private Calibration ended(ControlStatus end, String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Calibration(algorithm, plan, end, lambda, 0, steps, Optional.empty(), all);
  }

  private Calibration remarking(RiskCurve curve) {
    double times = curve.timesMean().orElse(1.0);
    if (times == 1 || remarks.stream().anyMatch(remark -> remark.startsWith(Standing.DEGENERATE))) {
      return this;
    }
    List<String> all = new ArrayList<>(remarks);
    all.add(Standing.degenerate(times));
    return new Calibration(algorithm, plan, status, lambda, held, steps, seen, all);
  }

  private String feasible(int people) {
    return Plan.leastTightness(algorithm, widths(people))
        .map(Standing::feasible)
        .orElse(
            "no tightness can be reached: one round's width alone exceeds the level. Observe more"
                + " people");
  }

  private Plan.Widths widths(int people) {
    int size = algorithm.sampleSize().orElse(people);
    if (size < 2) {
      throw Check.invalid(
          "cohort",
          Integer.toString(size),
          "must be at least 2 people. Observe more of them, as by survey");
    }
    return algorithm.widths(size);
  }

  @Override
  public Progress progress() {
    return status == ControlStatus.MOVING ? Progress.LEARNING : Progress.FINISHED;
  }

  @Override
  public List<String> notes() {
    return Standing.of(this);
  }
}
