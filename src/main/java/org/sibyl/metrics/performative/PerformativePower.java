package org.sibyl.metrics.performative;

import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.Model;

/**
 * Performative power: how far a Predictor can move people, the largest mean distance over a set of
 * models between what people show under a model and under a reference (Hardt, Jagadeesan and
 * Mendler-Dünner 2022, section 2). Both are met under the same noise, so people are compared with
 * themselves. On a translation by epsilon times theta and models of norm at most R it is epsilon R.
 *
 * @param power in units of the features and the outcome together
 * @param strongest position of the model that attains it
 */
public record PerformativePower(double power, int strongest) {

  /**
   * The power over a set of models, which should be dense in the class that is allowed.
   *
   * @param map the data that a model induces, the same people for every model
   * @param reference what is in force otherwise
   * @param models at least one
   */
  public static PerformativePower of(DistributionMap map, Model reference, List<Model> models) {
    Check.atLeast("models", models.size(), 1);
    Cohort before = map.sample(reference, 0);
    double power = -1;
    int strongest = 0;
    for (int k = 0; k < models.size(); k++) {
      double moved = distance(before, map.sample(models.get(k), 0));
      if (moved > power) {
        power = moved;
        strongest = k;
      }
    }
    return new PerformativePower(power, strongest);
  }

  private static double distance(Cohort before, Cohort after) {
    Check.sameSize("people", after.size(), "those of the reference", before.size());
    int features = before.features().columns();
    return Column.generate(
            before.size(),
            i -> {
              double[] moved = new double[features + 1];
              for (int k = 0; k < features; k++) {
                moved[k] = after.features().get(i, k) - before.features().get(i, k);
              }
              moved[features] = after.outcomes().get(i) - before.outcomes().get(i);
              return Vectors.norm(moved);
            })
        .mean();
  }
}
