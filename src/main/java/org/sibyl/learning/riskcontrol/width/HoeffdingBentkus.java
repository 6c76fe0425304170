package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * The better of Hoeffding's bound, with relative entropy, and Bentkus's, for the mean (Bates,
 * Angelopoulos, Lei, Malik and Jordan 2021, Distribution-free, risk-controlling prediction sets).
 * That a mean of at most m is seen where the expected loss is rho has probability at most the least
 * of exp(-n h(m, rho)), h(a, b) = a ln(a / b) + (1 - a) ln((1 - a) / (1 - b)), and e P(Bin(n, rho)
 * at most ceil(n m)).
 *
 * <p>The width is the least w such that all means m up to level - w are at most w away from both of
 * their limits. Bentkus's bound steps up behind every multiple of 1 / n, and so the width does. A
 * millisecond, for levels above 1/2 and 10 000 people a tenth of a second.
 *
 * @param form how the two sides share the failure probability
 */
@About(
    value = "the better of two bounds for the mean, at every sample size; the narrowest exact one",
    source = "Bates et al. 2021; Li et al. 2025, appendix A.2")
public record HoeffdingBentkus(
    @Parameter(value = "how the two sides share the failure probability", byDefault = "half")
        Form form)
    implements Width {

  /** How two sides share a failure probability. */
  public enum Form {
    /** Half for each. */
    HALF,
    /** The two bounds may sum up to it, as in the authors' early notebooks. */
    SUM
  }

  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("hoeffding-bentkus", sample, failure, level).forMean(measure);
    return new MeanLimits(sample, failure, form).within(Math.min(level, 1));
  }
}
