package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.sibyl.behavior.screening.WithinReach;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.riskcontrol.Calibration;
import org.sibyl.learning.riskcontrol.ControlStatus;
import org.sibyl.learning.riskcontrol.JudgedSample;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.RiskCurve;
import org.sibyl.learning.riskcontrol.SampleMode;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Sample;
import org.sibyl.population.source.UniformScores;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * People whose risks have closed forms: scores are uniform, half of the people have label 1, and
 * everyone within .1 of the threshold or below it lowers the score by .1, without stop at 0. The
 * safe rule is that of 1.1, the level .2; the risk moves by 1/2 per unit of lambda.
 */
final class UniformPeople {
  static final double LEVEL = 0.2;
  private static final double REACH = 0.1;
  private static final double POSITIVES = 0.5;
  private static final double SAFE = 1.1;

  private final WithinReach response;

  UniformPeople(Workbench bench) {
    response = new WithinReach(bench.sensitivity().applyAsDouble(REACH), false);
  }

  static PerformativeRiskControl control(double tightness, double slope, Width width) {
    RiskTarget risk = new RiskTarget(new Acceptance(0, 1), new MeanRisk(), LEVEL);
    return new PerformativeRiskControl(
        tightness,
        Experiment.FAILURE,
        slope,
        width,
        SAFE,
        0,
        SampleMode.FRESH,
        OptionalInt.empty(),
        1,
        0,
        1,
        risk);
  }

  /** R(lambda_d, lambda') = 1/2 clip(max(c, min(c, c_d) + reach)). */
  double risk(double deployed, double judged) {
    double c = 1 - judged;
    double accepted = StrictMath.max(c, StrictMath.min(c, 1 - deployed) + response.reach());
    return POSITIVES * StrictMath.min(1, StrictMath.max(0, accepted));
  }

  /** All lambdas of a run on the exact risks. */
  List<Double> exactly(PerformativeRiskControl control) {
    return run(Calibration.from(control), 2, (deployed, round) -> judged -> risk(deployed, judged));
  }

  /** All lambdas of a run on new people in every round. */
  List<Double> sampled(Calibration start, int people, Randomness randomness) {
    RiskTarget risk = start.algorithm().risk();
    return run(
        start,
        people,
        (deployed, round) ->
            RiskCurve.of(
                risk,
                shown(
                    new UniformScores(POSITIVES).draw(people, randomness.at(Draw.FEATURES, round)),
                    deployed)));
  }

  private JudgedSample shown(Sample sample, double deployed) {
    double[] scores = new double[sample.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = response.shown(sample.features().get(i, 0), 1 - deployed);
    }
    return JudgedSample.of(scores.length, scores, sample.labels().toArray());
  }

  private static List<Double> run(
      Calibration start, int people, BiFunction<Double, Integer, RiskCurve> curves) {
    List<Double> lambdas = new ArrayList<>(List.of(start.lambda()));
    for (Calibration now = start; now.status() == ControlStatus.MOVING; ) {
      now = now.step(curves.apply(now.lambda(), lambdas.size()), people);
      lambdas.add(now.lambda());
    }
    return lambdas;
  }
}
