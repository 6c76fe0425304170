package org.sibyl.prediction;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * What a learner can read beyond its cohorts, metered: it declares its {@link Feedback}, a read
 * beyond that throws, and every call of an oracle is counted.
 */
public final class Access {
  private final Feedback declared;
  private final Model deployed;
  private final Supplier<List<ShiftGradient>> shifts;
  private final Supplier<Optional<PerformativeGradient>> foresight;
  private final DistributionMap map;
  private long oracleCalls;
  private long samples;

  /**
   * Access for one lesson.
   *
   * @param declared what the learner says it reads
   * @param deployed the model that induced the newest cohort
   * @param shifts derivatives of the behavior and of the outcome, as far as they have them; made
   *     only for those who read them
   * @param foresight how people respond to forecasts, as far as their behavior has a derivative;
   *     made only for those who read it
   * @param map the world's distribution map
   */
  public Access(
      Feedback declared,
      Model deployed,
      Supplier<List<ShiftGradient>> shifts,
      Supplier<Optional<PerformativeGradient>> foresight,
      DistributionMap map) {
    this.declared = declared;
    this.deployed = deployed;
    this.shifts = shifts;
    this.foresight = foresight;
    this.map = map;
  }

  /** Access for one lesson where nothing is known of how people respond to forecasts. */
  public Access(
      Feedback declared,
      Model deployed,
      Supplier<List<ShiftGradient>> shifts,
      DistributionMap map) {
    this(declared, deployed, shifts, Optional::empty, map);
  }

  /** Access to cohorts and nothing else. */
  public static Access toCohorts() {
    return new Access(
        Feedback.LOSSES,
        new Silence(),
        List::of,
        (model, replicate) -> {
          throw new IllegalReadException(Feedback.LOSSES, Feedback.EXACT, "other models' samples");
        });
  }

  /**
   * The objective, as far as the learner may evaluate it.
   *
   * @return the objective; at {@link Feedback#SAMPLES} it throws away from the deployed parameters
   */
  public Objective objective(Objective objective) {
    return new Objective() {
      @Override
      public double value(double[] theta, Cohort cohort) {
        check(theta);
        return objective.value(theta, cohort);
      }

      @Override
      public double[] gradient(double[] theta, Cohort cohort) {
        check(theta);
        return objective.gradient(theta, cohort);
      }
    };
  }

  private void check(double[] theta) {
    boolean there =
        deployed instanceof Parametric model && java.util.Arrays.equals(theta, model.theta());
    if (!there) {
      need(Feedback.LOSSES, "the loss of a model that is not deployed");
    }
  }

  /**
   * The gradient in the deployed parameters of the mean loss of a model, its parameters held fixed:
   * how the data moves.
   *
   * @param problem whose loss it is
   * @param judged parameters of the model that judges
   * @param cohort what the deployed model induced
   * @throws IllegalReadException below {@link Feedback#SIMULATOR}
   * @throws IllegalStateException when neither behavior nor outcome has derivatives
   */
  public double[] shiftGradient(Problem problem, double[] judged, Cohort cohort) {
    need(Feedback.SIMULATOR, "how samples move with the deployed parameters");
    List<ShiftGradient> known = shifts.get();
    if (known.isEmpty() || !(deployed instanceof Parametric inForce)) {
      throw new IllegalStateException(
          "feedback: neither behavior nor outcome knows its derivative in the deployed parameters.");
    }
    oracleCalls++;
    Matrix featureSlopes = problem.meanFeatureSlopes(judged, cohort);
    Column outcomeSlopes = problem.meanOutcomeSlopes(judged, cohort);
    double[] gradient = new double[inForce.theta().length];
    ShiftGradient.addAll(known, inForce, cohort, featureSlopes, outcomeSlopes, gradient);
    return gradient;
  }

  /**
   * What a game cost, and how that moves with every forecast made in it, through trust and best
   * response.
   *
   * @param loss to be minimised
   * @param flow through which trust the derivative runs
   * @param rounds of one game, each observed as a whole, the first with newcomers
   * @throws IllegalReadException below {@link Feedback#SIMULATOR}
   * @throws IllegalStateException when the behavior, or its trust, has no such derivative
   * @throws IllegalArgumentException when a round was not observed as a whole
   */
  public PerformativeGradient.Slopes performativeGradient(
      SteeringLoss loss, TrustFlow flow, List<Cohort> rounds) {
    need(Feedback.SIMULATOR, "how people respond to forecasts");
    PerformativeGradient known = foresight.get().orElseThrow(Access::unforeseeable);
    oracleCalls++;
    return known.of(loss, flow, rounds);
  }

  /**
   * How a game went, as those know who know its rules; counts as no call of an oracle.
   *
   * @param rounds of one game, as above
   * @throws IllegalReadException below {@link Feedback#SIMULATOR}
   * @throws IllegalStateException when the behavior, or its trust, is not known
   */
  public PerformativeGradient.Standing standing(List<Cohort> rounds) {
    need(Feedback.SIMULATOR, "when groups succeed, and trust");
    return foresight.get().orElseThrow(Access::unforeseeable).standing(rounds);
  }

  private static IllegalStateException unforeseeable() {
    return new IllegalStateException(
        "behavior: nobody knows how it moves with forecasts and trust. Choose pivotal-cooperation,"
            + " with trust that is fixed, or bayesian and not zero: denominator-epsilon.");
  }

  /**
   * A sample of what a model would induce, without deploying it.
   *
   * @throws IllegalReadException below {@link Feedback#EXACT}
   */
  public Cohort sample(Model model, int replicate) {
    need(Feedback.EXACT, "samples of a model that is not deployed");
    oracleCalls++;
    Cohort cohort = map.sample(model, replicate);
    samples += cohort.size();
    return cohort;
  }

  /**
   * Notes that the learner relies on the parametric family of the data.
   *
   * @throws IllegalReadException below {@link Feedback#FAMILY}
   */
  public void family() {
    need(Feedback.FAMILY, "the family that samples come from");
  }

  private void need(Feedback needed, String what) {
    if (declared.compareTo(needed) < 0) {
      throw new IllegalReadException(declared, needed, what);
    }
  }

  /** Oracle calls so far. */
  public long oracleCalls() {
    return oracleCalls;
  }

  /** Samples drawn through the oracle so far. */
  public long samples() {
    return samples;
  }
}
