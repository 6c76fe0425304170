package org.sibyl.behavior;

import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

/**
 * Trust as the posterior probability that the Predictor's forecasts, and not the individual's
 * innate belief, describe how its neighbors act (Góis et al. 2025, section 4). In log-odds every
 * observed neighbor adds the logarithm of a likelihood ratio; its own action is no evidence. A
 * neighbor about whom nothing was forecast adds nothing.
 *
 * @param zero what becomes of trust when the impossible happens
 * @param floor for {@link ZeroPolicy#FLOOR}: likelihoods use probabilities in [floor, 1 - floor];
 *     decisions use the raw ones
 * @param denominatorEpsilon for {@link ZeroPolicy#DENOMINATOR_EPSILON}, as in the published code:
 *     trust before the round is p = A / (A + B + epsilon) with unnormalised products A and B of all
 *     earlier likelihoods, and p F / (p F + (1 - p) G + epsilon) after it, with the round's
 *     likelihoods F of the forecasts and G of the belief
 */
@About(
    value = "trust is the posterior probability of the forecasts against the innate belief",
    source = "Góis et al. 2025, section 4")
public record BayesianTrust(
    @Parameter(value = "what happens when a neighbor does the impossible", byDefault = "floor")
        ZeroPolicy zero,
    @Parameter(
            value = "likelihoods are kept this far from 0 and 1 (zero: floor)",
            range = "[1e-15, 0.5)",
            byDefault = "1e-9")
        double floor,
    @Parameter(
            value = "constant in the denominator (zero: denominator-epsilon)",
            range = "[1e-100, 1]",
            byDefault = "1e-12")
        double denominatorEpsilon)
    implements TrustRule {

  /** 1 where the last evidence was impossible under both models, else 0 (zero: hard). */
  public static final Attribute INCONSISTENT = new Attribute("inconsistent-evidence", 0, 1);

  /** Unnormalised log-product of the forecasts' likelihoods (zero: denominator-epsilon). */
  public static final Attribute FORECAST_EVIDENCE =
      new Attribute("forecast-evidence", Double.NEGATIVE_INFINITY, 0);

  /** Unnormalised log-product of the innate belief's likelihoods (zero: denominator-epsilon). */
  public static final Attribute INNATE_EVIDENCE =
      new Attribute("innate-evidence", Double.NEGATIVE_INFINITY, 0);

  /** Log-odds beyond which a probability is 0 or 1 to double precision, and still recovers. */
  static final double MOST_CERTAIN = 700;

  private static final Range FLOORS = Range.parse("[1e-15, 0.5)");
  private static final Range EPSILONS = Range.parse("[1e-100, 1]");

  public BayesianTrust {
    Check.within("floor", floor, FLOORS);
    Check.within("denominator-epsilon", denominatorEpsilon, EPSILONS);
  }

  /** With the default floor of 1e-9. */
  public static BayesianTrust withFloor() {
    return new BayesianTrust(ZeroPolicy.FLOOR, 1e-9, 1e-12);
  }

  @Override
  public Population update(Situation situation, Response response, Column labels) {
    Evidence evidence = new Evidence(situation, labels, zero == ZeroPolicy.FLOOR ? floor : 0);
    return switch (zero) {
      case FLOOR -> floored(situation.population(), evidence);
      case HARD -> hard(situation.population(), evidence);
      case DENOMINATOR_EPSILON -> withEpsilon(situation.population(), evidence);
    };
  }

  private static Population floored(Population before, Evidence evidence) {
    Column trust = before.column(Attribute.TRUST);
    return before.with(
        Attribute.TRUST,
        Column.generate(
            before.size(),
            i -> {
              double old = trust.get(i);
              double ratio = evidence.logRatio(i);
              return Double.isInfinite(old) || ratio == 0 ? old : clamp(old + ratio);
            }));
  }

  private static double clamp(double logOdds) {
    return StrictMath.max(-MOST_CERTAIN, StrictMath.min(MOST_CERTAIN, logOdds));
  }

  private static Population hard(Population before, Evidence evidence) {
    Column trust = before.column(Attribute.TRUST);
    double[] inconsistent = new double[before.size()];
    Column after =
        Column.generate(
            before.size(),
            i -> {
              double old = trust.get(i);
              // +-infinity - +-infinity is NaN just when certainties contradict each other
              double revised = old + (evidence.forecast(i) - evidence.innate(i));
              inconsistent[i] = Double.isNaN(revised) ? 1 : 0;
              return Double.isNaN(revised) ? old : revised;
            });
    return before.with(Attribute.TRUST, after).with(INCONSISTENT, Column.owning(inconsistent));
  }

  private Population withEpsilon(Population before, Evidence evidence) {
    Column trust = before.column(Attribute.TRUST);
    int size = before.size();
    Column forecast =
        before.has(FORECAST_EVIDENCE)
            ? before.column(FORECAST_EVIDENCE)
            : Column.generate(size, i -> logProbability(trust.get(i)));
    Column innate =
        before.has(INNATE_EVIDENCE)
            ? before.column(INNATE_EVIDENCE)
            : Column.generate(size, i -> logProbability(-trust.get(i)));
    Column after =
        Column.generate(
            size,
            i ->
                evidence.isNone(i)
                    ? trust.get(i)
                    : forecast.get(i)
                        + evidence.forecast(i)
                        - logAgainst(forecast.get(i), innate.get(i), evidence.innate(i)));
    return before
        .with(Attribute.TRUST, after)
        .with(FORECAST_EVIDENCE, Column.generate(size, i -> forecast.get(i) + evidence.forecast(i)))
        .with(INNATE_EVIDENCE, Column.generate(size, i -> innate.get(i) + evidence.innate(i)));
  }

  /**
   * What stands against the forecasts' product A F, as a logarithm: (B + epsilon) G + epsilon (A +
   * B + epsilon), both sides multiplied by A + B + epsilon.
   */
  private double logAgainst(double logForecast, double logInnate, double logNewInnate) {
    double a = StrictMath.exp(logForecast);
    double b = StrictMath.exp(logInnate) + denominatorEpsilon;
    return StrictMath.log(b * StrictMath.exp(logNewInnate) + denominatorEpsilon * (a + b));
  }

  private static double logProbability(double logOdds) {
    return StrictMath.log(LogOdds.probability(logOdds));
  }

  /** One round's evidence: log-likelihoods of the neighbors' actions under the two models. */
  private static final class Evidence {
    private final Network network;
    private final Column beliefs;
    private final double floor;
    private final boolean[] cooperated; // small enough to stay near the processor
    private final double[] likelihoods; // by neighbor, under its forecast; NaN: nothing was said

    // the logarithms of the belief used last: in most worlds all share one
    private double belief = Double.NaN;
    private double logBelief;
    private double logDisbelief;

    Evidence(Situation situation, Column labels, double floor) {
      this.network = situation.network();
      this.beliefs = situation.population().column(Attribute.INNATE_BELIEF);
      this.floor = floor;
      Column predictions = situation.deployment().predictions();
      this.cooperated = new boolean[labels.size()];
      this.likelihoods = new double[labels.size()];
      Logarithms logarithms = new Logarithms(floor);
      for (int j = 0; j < likelihoods.length; j++) {
        cooperated[j] = labels.get(j) == 1;
        likelihoods[j] = logarithms.of(away(predictions.get(j)), cooperated[j]);
      }
    }

    /** The sum of log-ratios, neighbor by neighbor: exactly 0 where forecast and belief agree. */
    double logRatio(int i) {
      believe(beliefs.get(i));
      double sum = 0;
      for (int k = 0; k < network.degree(i); k++) {
        int j = network.neighbor(i, k);
        double forecast = likelihoods[j];
        if (!Double.isNaN(forecast)) {
          sum += forecast - (cooperated[j] ? logBelief : logDisbelief);
        }
      }
      return sum;
    }

    /** Whether nothing was forecast about any neighbor. */
    boolean isNone(int i) {
      for (int k = 0; k < network.degree(i); k++) {
        if (!Double.isNaN(likelihoods[network.neighbor(i, k)])) {
          return false;
        }
      }
      return true;
    }

    double forecast(int i) {
      double sum = 0;
      for (int k = 0; k < network.degree(i); k++) {
        double forecast = likelihoods[network.neighbor(i, k)];
        sum += Double.isNaN(forecast) ? 0 : forecast;
      }
      return sum;
    }

    double innate(int i) {
      believe(beliefs.get(i));
      double sum = 0;
      for (int k = 0; k < network.degree(i); k++) {
        int j = network.neighbor(i, k);
        if (!Double.isNaN(likelihoods[j])) {
          sum += cooperated[j] ? logBelief : logDisbelief;
        }
      }
      return sum;
    }

    private void believe(double probability) {
      if (probability != belief) {
        belief = probability;
        logBelief = StrictMath.log(away(probability));
        logDisbelief = StrictMath.log1p(-away(probability));
      }
    }

    private double away(double probability) {
      return StrictMath.max(floor, StrictMath.min(1 - floor, probability));
    }
  }

  /**
   * Log-likelihoods of single actions. Those of forecasts at the floor or its complement, as binary
   * forecasts all are, are kept: a logarithm costs more than all else about an individual.
   */
  private static final class Logarithms {
    private final double low;
    private final double high;
    private final double[] ofLow;
    private final double[] ofHigh;

    Logarithms(double floor) {
      this.low = floor;
      this.high = 1 - floor;
      this.ofLow = new double[] {StrictMath.log1p(-low), StrictMath.log(low)};
      this.ofHigh = new double[] {StrictMath.log1p(-high), StrictMath.log(high)};
    }

    double of(double probability, boolean cooperated) {
      if (probability == low) {
        return ofLow[cooperated ? 1 : 0];
      }
      if (probability == high) {
        return ofHigh[cooperated ? 1 : 0];
      }
      return cooperated ? StrictMath.log(probability) : StrictMath.log1p(-probability);
    }
  }
}
