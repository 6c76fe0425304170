package org.sibyl.metrics.riskcontrol;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.simulation.Round;

/**
 * (R(lambda, lambda) - R(before, lambda)) / (before - lambda): by how much people who responded
 * raised the risk of this round's rule, per unit of lambda that it was relaxed by. Both risks are
 * of those who were observed, this round and the last, so it is known in practice, too. Where it
 * exceeds the risk slope bound by more than noise, 2 widths / (before - lambda), the bound was too
 * small. NaN where lambda is that of the round before, or labels are missing.
 *
 * @param risk whose risk it is; handed over
 */
@About(
    value = "rise of the deployed rule's risk by response, per unit of lambda it was relaxed by",
    source = "Li et al. 2025, section 3")
public record RiskSlope(RiskTarget risk) implements Metric {
  @Override
  public String name() {
    return "risk-slope";
  }

  @Override
  public String unit() {
    return "loss per unit of lambda";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    double now = conservativeness(round.deployment().model());
    double before =
        round
            .before()
            .ledger()
            .deployment()
            .map(last -> conservativeness(last.model()))
            .orElse(Double.NaN);
    if (Double.isNaN(now) || Double.isNaN(before) || now == before) {
      return Double.NaN;
    }
    double expected = round.before().ledger().cohort().map(last -> of(last, now)).orElseThrow();
    return (of(round.cohort(), now) - expected) / (before - now);
  }

  private static double conservativeness(Model model) {
    return model instanceof Conservative rule ? rule.conservativeness() : Double.NaN;
  }

  private double of(Cohort cohort, double lambda) {
    boolean known =
        cohort.size() > 0
            && cohort.labelled().isEmpty()
            && !Double.isNaN(cohort.outcomes().sum()); // NaN is a label that nobody saw
    return known ? risk.risk(cohort.features(), cohort.outcomes(), lambda) : Double.NaN;
  }
}
