package org.sibyl.behavior.decision;

import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.Population;

/**
 * A person's band moves with its outcome: success (label 1) lowers the risk band by one, anything
 * else raises it by one, from 0 to the highest. So today's decisions make tomorrow's people, which
 * the theory of outcome performativity excludes (Kim and Perdomo 2023, section 2): a guarantee then
 * holds in each round for the people of that round only, and a rule that is best for today's people
 * may be bad for those whom it makes.
 *
 * @param feature the band, from 0
 * @param highest band, at least 1
 */
@About("the risk band falls by one with outcome 1 and else rises by one; guarantees are per round")
public record BandProgress(
    @Parameter(value = "the feature that is the band, from 0", range = "[0, inf)", byDefault = "1")
        int feature,
    @Parameter(
            value = "the highest band, of the worst outlook",
            range = "[1, inf)",
            byDefault = "4")
        int highest)
    implements Carryover {
  public BandProgress {
    Check.atLeast("feature", feature, 0);
    Check.atLeast("highest", highest, 1);
  }

  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    Matrix before = afterTrust.features();
    int columns = before.columns();
    if (feature >= columns) {
      throw Check.invalid(
          "feature",
          Integer.toString(feature),
          "is not one of the " + columns + " features, which count from 0");
    }
    double[] entries = before.toArray();
    for (int i = 0; i < before.rows(); i++) {
      int at = i * columns + feature;
      double moved = entries[at] + (labels.get(i) == 1 ? -1 : 1);
      entries[at] = StrictMath.max(0, StrictMath.min(highest, moved));
    }
    return afterTrust.withFeatures(Matrix.of(before.rows(), columns, entries));
  }
}
