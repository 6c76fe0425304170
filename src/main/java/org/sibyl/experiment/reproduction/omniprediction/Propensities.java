package org.sibyl.experiment.reproduction.omniprediction;

import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.TrialEstimates;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stump;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.UniformTrial;

/**
 * Estimates of one rule's risk from trials whose propensities are uniform, and known but not
 * uniform; what comes of taking the second for the first; and boosting from such trials.
 */
final class Propensities implements Reproduction {
  private static final int STUDENTS = 500;
  private static final Stump RULE = new Stump(1, 3, 1, 2);
  private static final Steering LOSS = new Steering(1);

  @Override
  public String name() {
    return "omni-propensities";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, lemma 4.3, for any known propensities";
  }

  @Override
  public String statement() {
    return "known propensities give the true risk .1195, the uniform factor 3 gives .132";
  }

  @Override
  public Axes axes() {
    return Axes.lines("students", "error", "gap", "updates").by("fresh");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("fresh", "students", "error", "gap", "updates");
    EarlyWarning school = new EarlyWarning(bench);
    figure.put("risk of the rule", school.risks().performative(LOSS, RULE));
    int replications = bench.full() ? 4000 : 1000;
    estimates(school, "uniform trial: ", new UniformTrial(), replications, figure);
    estimates(school, "trial by band: ", EarlyWarning.BY_BAND, replications, figure);
    FiniteSample.measure(bench, EarlyWarning.BY_BAND, figure);
    return figure;
  }

  private static void estimates(
      EarlyWarning school, String place, Trial trial, int replications, Figure figure) {
    OutcomeModel truth = school.law();
    OutcomeModel model = new Drawn(truth, 0.9);
    double[] weighted = new double[replications];
    double[] residual = new double[replications];
    double[] taken = new double[replications];
    for (int k = 0; k < replications; k++) {
      TrialLog log = school.trial(trial, STUDENTS, k);
      TrialEstimates estimates = new TrialEstimates(log);
      weighted[k] = estimates.risk(LOSS, RULE).value();
      residual[k] = estimates.error(LOSS, RULE, model).value();
      taken[k] = new TrialEstimates(asUniform(log)).risk(LOSS, RULE).value();
    }
    figure.put(place + "mean of weighted losses", Estimate.mean(weighted));
    figure.put(place + "mean with the uniform factor 3", Estimate.mean(taken));
    figure.put(place + "deviation of weighted losses", deviation(weighted));
    figure.put(place + "deviation of residuals", deviation(residual));
  }

  private static TrialLog asUniform(TrialLog log) {
    Column uniform = Column.constant(log.size(), 1.0 / log.decisions());
    return new TrialLog(log.decisions(), log.features(), log.decided(), log.outcomes(), uniform);
  }

  /** Of one student: that of means, times the root of their number. */
  private static Estimate deviation(double... values) {
    double[] squares = new double[values.length];
    double mean = Estimate.mean(values).value();
    for (int k = 0; k < values.length; k++) {
      squares[k] = (values[k] - mean) * (values[k] - mean) * STUDENTS;
    }
    Estimate variance = Estimate.mean(squares);
    double deviation = StrictMath.sqrt(variance.value());
    return new Estimate(deviation, variance.standardError() / (2 * deviation));
  }

  /** The truth drawn towards one half: a model that is somewhat wrong. */
  private record Drawn(OutcomeModel truth, double share) implements OutcomeModel {
    @Override
    public int decisions() {
      return truth.decisions();
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      truth.probabilities(features, into);
      for (int k = 0; k < into.length; k++) {
        into[k] = 0.5 + share * (into[k] - 0.5);
      }
    }

    @Override
    public void check(int features) {
      truth.check(features);
    }
  }
}
