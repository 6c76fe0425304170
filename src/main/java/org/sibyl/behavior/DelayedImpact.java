package org.sibyl.behavior;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.population.Population;

/**
 * What a decision does to people later (Liu et al. 2018): who is accepted, because the prediction
 * is at or above the cut-off, and succeeds (label 1) gains score; who is accepted and fails (any
 * other label) loses score; who is rejected stays, as do all for whom nothing was predicted. A
 * score that moves stops at the lowest and the highest. All other features, and what people only
 * showed, return to what they were.
 *
 * <p>A loan raises the expected score where the chance of success is above loss / (gain + loss):
 * 2/3 with the published numbers, those of the defaults.
 *
 * @param feature the score, from 0
 * @param gain what success adds, at least 0
 * @param loss what failure takes, at least 0
 * @param lowest the least score
 * @param highest the greatest score, at least {@code lowest}
 * @param cutOff who has a prediction of at least this is accepted
 */
@About(
    value = "who is accepted gains score by success and loses score by failure; others stay",
    source = "Liu et al. 2018")
public record DelayedImpact(
    @Parameter(value = "the feature that is the score, from 0", range = "[0, inf)", byDefault = "0")
        int feature,
    @Parameter(value = "what success adds to the score", range = "[0, inf)", byDefault = "75")
        double gain,
    @Parameter(value = "what failure takes from the score", range = "[0, inf)", byDefault = "150")
        double loss,
    @Parameter(value = "the least score", range = "(-inf, inf)", byDefault = "300") double lowest,
    @Parameter(value = "the greatest score", range = "(-inf, inf)", byDefault = "850")
        double highest,
    @Parameter(
            value = "a prediction of at least this is accepted",
            range = "(-inf, inf)",
            byDefault = "0.5")
        double cutOff)
    implements Carryover {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public DelayedImpact {
    Check.atLeast("feature", feature, 0);
    Check.within("gain", gain, NOT_NEGATIVE);
    Check.within("loss", loss, NOT_NEGATIVE);
    Check.finite("lowest", lowest);
    Check.within("highest", highest, new Range(lowest, true, Double.POSITIVE_INFINITY, false));
    Check.finite("cut-off", cutOff);
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
    Column predictions = situation.deployment().predictions();
    double[] entries = before.toArray();
    for (int i = 0; i < before.rows(); i++) {
      if (predictions.get(i) >= cutOff) {
        int at = i * columns + feature;
        entries[at] = moved(entries[at], labels.get(i));
      }
    }
    return afterTrust.withFeatures(Matrix.of(before.rows(), columns, entries));
  }

  private double moved(double score, double label) {
    double free = label == 1 ? score + gain : score - loss;
    return StrictMath.min(StrictMath.max(free, lowest), highest);
  }
}
