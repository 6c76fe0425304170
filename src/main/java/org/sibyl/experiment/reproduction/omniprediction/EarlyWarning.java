package org.sibyl.experiment.reproduction.omniprediction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.decision.TakeUp;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.omniprediction.Audit;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.PoiBoost;
import org.sibyl.learning.omniprediction.Risks;
import org.sibyl.learning.omniprediction.Selection;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.learning.omniprediction.policy.FixedRule;
import org.sibyl.learning.omniprediction.policy.FixedTrial;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.decision.Decided;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.School;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Everyone;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.LogitByBand;
import org.sibyl.prediction.decision.Mixed;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.PricedSteering;
import org.sibyl.prediction.decision.RuleClass;
import org.sibyl.prediction.decision.SquaredForecast;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stumps;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialByValue;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * The school of the experiments: students of two groups and five risk bands, whom it may leave
 * alone, alert or support. An outcome of 1 is to graduate. Alerts harm those of low risk.
 *
 * @param bench that its parts are made on
 * @param people how much each student counts
 */
record EarlyWarning(Workbench bench, ImportanceWeight people) {
  static final int GROUPS = 2;
  static final int BANDS = 5;
  static final int DECISIONS = 3;

  private static final SquaredForecast FORECAST = new SquaredForecast(List.of(0.95, 0.75, 0.40));

  /** L, as it is named in findings. */
  static final List<String> NAMES = List.of("steer1", "steer0", "steer1cost", "forecast", "mix");

  /** L. */
  static final List<DecisionLoss> LOSSES =
      List.of(
          new Steering(1),
          new Steering(0),
          new PricedSteering(1, 0.9, List.of(0.0, 0.02, 0.10), OptionalInt.empty(), 1),
          FORECAST,
          new Mixed(List.of(0.5, 0.5), List.of(FORECAST, new Steering(1))));

  /** H: constants, and by band one decision below a cut and another from it on. */
  static final RuleClass RULES = new Stumps(List.of(1), List.of(1.0, 2.0, 3.0, 4.0));

  /** The trial whose propensities are known but not uniform. */
  static final Trial BY_BAND =
      new TrialByValue(
          1,
          List.of(
              Values.each(0.6, 0.25, 0.15),
              Values.each(0.5, 0.25, 0.25),
              Values.each(0.4, 0.25, 0.35),
              Values.each(0.3, 0.25, 0.45),
              Values.each(0.2, 0.25, 0.55)));

  /** The school where all students count alike. */
  EarlyWarning(Workbench bench) {
    this(bench, new Everyone());
  }

  /** The same school where some count more. */
  EarlyWarning of(ImportanceWeight other) {
    return new EarlyWarning(bench, other);
  }

  /** p*. */
  OutcomeModel law() {
    return bench
        .nature()
        .apply(
            new LogitByBand(
                0,
                1,
                List.of(
                    List.of(0.97, 0.92, 0.82, 0.65, 0.40), List.of(0.94, 0.86, 0.72, 0.52, 0.28)),
                List.of(
                    List.of(0.0, 0.0, 0.0, 0.0, 0.0),
                    List.of(-0.40, 0.40, 0.50, 0.60, 0.70),
                    List.of(-0.80, -0.30, 0.40, 1.00, 1.40)),
                List.of(1.0, 1.25)));
  }

  /** Kinds of students. */
  private static Matrix kinds() {
    double[] entries = new double[GROUPS * BANDS * 2];
    for (int kind = 0; kind < GROUPS * BANDS; kind++) {
      entries[2 * kind] = kind / BANDS;
      entries[2 * kind + 1] = kind % BANDS;
    }
    return Matrix.of(GROUPS * BANDS, 2, entries);
  }

  /** How many there are of each. */
  private static Column shares() {
    double[] groups = {0.6, 0.4};
    double[] bands = {0.30, 0.25, 0.20, 0.15, 0.10};
    return Column.generate(GROUPS * BANDS, kind -> groups[kind / BANDS] * bands[kind % BANDS]);
  }

  /** The truth. */
  Evidence truth() {
    return Evidence.of(kinds(), shares(), law()).reweighted(people);
  }

  /** The true risks of rules. */
  Risks risks() {
    Evidence truth = truth();
    return new Risks(truth.features(), Column.generate(truth.size(), truth::mass), law());
  }

  /** How much more than the best rule the model's decisions cost, by the worst loss. */
  double worstGap(OutcomeModel model) {
    Risks risks = risks();
    return LOSSES.stream()
        .mapToDouble(loss -> risks.gap(loss, model, RULES))
        .reduce(Double.NEGATIVE_INFINITY, StrictMath::max);
  }

  /** What is wrong about a model's risks of rules and of best decisions by these losses. */
  Audit audit(OutcomeModel model, List<DecisionLoss> losses) {
    return Audit.of(truth(), losses, model, new Enumeration(RULES), AuditSide.TWO_SIDED);
  }

  /** The greatest error of a model about any risk. */
  double worstError(OutcomeModel model) {
    Audit audit = audit(model, LOSSES);
    return StrictMath.max(audit.poi(), audit.doi());
  }

  static PoiBoost boosting(double tolerance, StepPolicy step) {
    return boosting(tolerance, step, AuditSide.TWO_SIDED);
  }

  static PoiBoost boosting(double tolerance, StepPolicy step, AuditSide side) {
    return new PoiBoost(tolerance, step, side, Selection.MAX, new Enumeration(RULES));
  }

  /** What so many students show of a trial of one term, drawn anew for each repetition. */
  TrialLog trial(Trial trial, int students, int repetition) {
    return log(
        bench, DECISIONS, term(new FixedTrial(trial, problem()), students, repetition).cohort());
  }

  /** The log of a trial's round, with propensities as the bench has them written down. */
  static TrialLog log(Workbench bench, int decisions, Cohort cohort) {
    Column written = cohort.propensities().orElseThrow();
    Column known =
        Column.generate(
            written.size(),
            i -> StrictMath.min(1, bench.propensity().applyAsDouble(written.get(i))));
    return new TrialLog(
        decisions, cohort.features(), cohort.predictions(), cohort.outcomes(), known);
  }

  /** A term of so many students under a rule. */
  Round term(DecisionRule rule, int students, int repetition) {
    return term(new FixedRule(rule, problem()), students, repetition);
  }

  private static DecisionProblem problem() {
    return new DecisionProblem(DECISIONS, LOSSES, RULES);
  }

  private Round term(Algorithm algorithm, int students, int repetition) {
    Randomness randomness = Workbench.randomness().replicate(repetition);
    Population people =
        new PopulationDesign(
                OptionalInt.of(students),
                Values.all(0.5),
                Values.all(1),
                Optional.of(School.usual()))
            .build(students, randomness.at(Draw.FEATURES, 0));
    Dynamics dynamics =
        bench.dynamics(new TakeUp(), new Decided(law()), new Keep()).with(randomness);
    World world = bench.world(people, algorithm);
    return dynamics.play(world);
  }
}
