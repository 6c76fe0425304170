package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.List;
import java.util.OptionalInt;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.SampleMode;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.learning.riskcontrol.width.TailCentralLimit;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.population.table.CreditExperiment;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * A published experiment on borrowers, lambda in [0, 1] and failure .1.
 *
 * @param name of it in what is measured
 * @param people whom it takes
 * @param risk whose risk is to stay below what
 * @param tightness Delta alpha
 * @param size people in a cohort, for which widths are
 * @param width of a round
 * @param meanCost of a person of label 1 who is accepted
 * @param slopes tau
 */
record Experiment(
    String name,
    CreditExperiment people,
    RiskTarget risk,
    double tightness,
    int size,
    Width width,
    double meanCost,
    List<Double> slopes) {
  /** Delta, the probability with which a guarantee may fail. */
  static final double FAILURE = 0.1;

  /** The share of the real borrowers who default: 7607 of 118 769. */
  private static final double DEFAULTERS = 0.06404869957648882;

  private static final Acceptance RULE = new Acceptance(1e-4, 1);

  Experiment {
    slopes = List.copyOf(slopes);
  }

  /** On expected risk. */
  static Experiment expected() {
    return new Experiment(
        "expected risk",
        CreditExperiment.EXPECTED,
        new RiskTarget(RULE, new MeanRisk(), 0.3),
        0.082,
        2000,
        new CentralLimit(),
        1,
        List.of(0.0, 0.1, 0.2, 0.5, 0.8, 1.0, 2.0));
  }

  /** On the conditional value-at-risk, with costs between nothing and all. */
  static Experiment tail() {
    return new Experiment(
        "tail risk",
        CreditExperiment.QUANTILE,
        new RiskTarget(RULE, new ConditionalValueAtRisk(0.9), 0.25),
        0.12,
        10_000,
        new TailCentralLimit(DEFAULTERS),
        0.5,
        List.of(0.0, 0.2, 0.4, 1.0, 1.6, 2.0, 4.0));
  }

  /** The algorithm, with the width that the workbench makes of this one. */
  PerformativeRiskControl control(Workbench bench, double slope) {
    return new PerformativeRiskControl(
        tightness,
        FAILURE,
        slope,
        bench.width().apply(width),
        1,
        0,
        SampleMode.FRESH,
        OptionalInt.of(size),
        1,
        0,
        1,
        risk);
  }
}
