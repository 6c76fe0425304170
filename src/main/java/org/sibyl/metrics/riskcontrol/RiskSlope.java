package org.sibyl.metrics.riskcontrol;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
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
 * small. NaN in round 1, where lambda has moved by less than the least step, or labels are missing.
 *
 * @param leastStep of lambda, above 0; over smaller ones it would be mostly noise
 * @param risk whose risk it is; handed over
 */
@About(
    value = "rise of the deployed rule's risk by response, per unit of lambda it was relaxed by",
    source = "Li et al. 2025, section 3")
public record RiskSlope(
    @Parameter(
            value = "least step of lambda; over smaller ones it would be mostly noise",
            unit = "lambda",
            range = "(0, inf)",
            byDefault = "0.05")
        double leastStep,
    RiskTarget risk)
    implements Metric {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public RiskSlope {
    Check.within("least-step", leastStep, POSITIVE);
  }

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
    if (!(Math.abs(before - now) >= leastStep)) { // nor where there is no lambda
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
