package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * What every width checks when it is asked for.
 *
 * @param name of the width, as a scenario spells it
 */
record Ask(String name) {
  private static final Range INNER = Range.parse("(0, 1)");
  private static final Range POSITIVE = Range.parse("(0, inf)");

  static Ask check(String name, int sample, double failure, double level) {
    Check.atLeast("sample", sample, 2);
    Check.within("failure", failure, INNER);
    Check.within("level", level, POSITIVE);
    return new Ask(name);
  }

  void forMean(RiskMeasure measure) {
    if (!(measure instanceof MeanRisk)) {
      throw Check.invalid(
          "width",
          name,
          "is for the mean. For this measure choose width: {type: dkw}, or for the conditional"
              + " value-at-risk {type: cvar-clt, positives: 0.1}");
    }
  }

  /** A width that is the same for all risks of samples: none has room within a level below it. */
  static OptionalDouble within(double level, double width) {
    return width > level ? OptionalDouble.empty() : OptionalDouble.of(width);
  }
}
