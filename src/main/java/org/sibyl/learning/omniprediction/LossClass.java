package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.Scaled;
import org.sibyl.prediction.decision.Weighted;

/**
 * Every loss times every weight of people, L_W: a model that is an omnipredictor for these is one
 * for the losses among all people that the weights describe, and among mixtures of them: universal
 * adaptability (Kim and Perdomo 2023, section 3.3). The greatest loss grows by the greatest weight,
 * and with it, squared, the bound on updates.
 *
 * <p>Weights that were given the mean 1 on a log depend on it, and so do steps along them: bounds
 * for a log that is used again do not cover that. For a certificate boost on other logs than the
 * one that weights were normalised on.
 *
 * @param losses weight after weight, each with all losses
 * @param factors one for each weight: what it was multiplied by to get the mean 1 on a log; 1 for
 *     the truth
 */
public record LossClass(List<DecisionLoss> losses, List<Double> factors) {
  public LossClass {
    losses = List.copyOf(losses);
    factors = List.copyOf(factors);
  }

  /**
   * Losses times weights. Of the truth the mean weights must be 1; on a log they are made so.
   *
   * @param evidence over which weights are averaged
   * @param losses at least one
   * @param weights at least one
   * @throws IllegalArgumentException when a mean is not 1, or nobody on the log counts
   */
  public static LossClass weighted(
      Evidence evidence, List<DecisionLoss> losses, List<ImportanceWeight> weights) {
    Check.atLeast("losses", losses.size(), 1);
    Check.atLeast("weights", weights.size(), 1);
    Column shares = Column.generate(evidence.size(), evidence::mass);
    List<DecisionLoss> all = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    for (ImportanceWeight weight : weights) {
      weight.check(evidence.features().columns());
      double factor = factor(evidence, shares, weight);
      ImportanceWeight normal = factor == 1 ? weight : new Scaled(weight, factor);
      losses.forEach(loss -> all.add(new Weighted(normal, loss)));
      factors.add(factor);
    }
    return new LossClass(all, factors);
  }

  /** Refuses weighted losses whose mean weight is not 1; on a log it cannot be told. */
  static void checkMeans(Evidence evidence, List<DecisionLoss> losses) {
    if (!evidence.isExact()) {
      return;
    }
    Column shares = Column.generate(evidence.size(), evidence::mass);
    for (DecisionLoss loss : losses) {
      if (loss instanceof Weighted weighted) {
        weighted.weight().checkMean(evidence.features(), shares);
      }
    }
  }

  private static double factor(Evidence evidence, Column shares, ImportanceWeight weight) {
    if (evidence.isExact()) {
      weight.checkMean(evidence.features(), shares);
      return 1;
    }
    double mean = weight.mean(evidence.features(), shares);
    if (!(mean > 0)) {
      throw Check.invalid(
          "weight", "the mean " + mean, "must be above 0: nobody on the log counts");
    }
    return 1 / mean;
  }
}
