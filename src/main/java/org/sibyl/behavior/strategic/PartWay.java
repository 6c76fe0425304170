package org.sibyl.behavior.strategic;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.ShiftGradient;

/** Responses that go a multiple of the way of another one, each individual its own multiple. */
final class PartWay {
  private PartWay() {}

  /** Moves by so many times the move of the other; 1 ends exactly where the other does. */
  static Mover mover(FeatureResponse of, Situation situation, IntToDoubleFunction times) {
    return mover(of.mover(situation), situation, times);
  }

  /** Moves by so many times the way to where a mover goes. */
  static Mover mover(Mover inner, Situation situation, IntToDoubleFunction times) {
    double[] target = new double[situation.population().features().columns()];
    return (individual, x) -> {
      double factor = times.applyAsDouble(individual);
      System.arraycopy(x, 0, target, 0, x.length);
      inner.move(individual, target);
      for (int k = 0; k < x.length; k++) {
        x[k] = factor == 1 ? target[k] : x[k] + factor * (target[k] - x[k]);
      }
    };
  }

  /** The derivative of such a response, where the other has one. */
  static Optional<ShiftGradient> shift(
      FeatureResponse of, Situation situation, IntToDoubleFunction times) {
    return Shifting.of(of, situation)
        .map(
            inner ->
                (deployed, cohort, featureSlopes, outcomeSlopes, into) ->
                    inner.addShiftGradient(
                        deployed,
                        cohort,
                        scaled(featureSlopes, cohort, times),
                        outcomeSlopes,
                        into));
  }

  private static Matrix scaled(Matrix slopes, Cohort cohort, IntToDoubleFunction times) {
    double[] scaled = slopes.toArray();
    int columns = slopes.columns();
    for (int at = 0; at < slopes.rows(); at++) {
      double factor = times.applyAsDouble(cohort.individuals()[at]);
      for (int k = at * columns; k < (at + 1) * columns; k++) {
        scaled[k] *= factor;
      }
    }
    return Matrix.of(slopes.rows(), columns, scaled);
  }
}
