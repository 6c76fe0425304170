package org.sibyl.learning.optimization;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sibyl.numeric.Matrix;

/** Functions to be made small. */
final class Functions {
  private Functions() {}

  /** A function whose Hessian is not known. */
  static SmoothFunction of(
      ToDoubleFunction<double[]> value, Function<double[], double[]> gradient) {
    return of(value, gradient, theta -> Optional.empty());
  }

  static SmoothFunction of(
      ToDoubleFunction<double[]> value,
      Function<double[], double[]> gradient,
      Function<double[], Optional<Matrix>> hessian) {
    return new SmoothFunction() {
      @Override
      public double value(double[] theta) {
        return value.applyAsDouble(theta);
      }

      @Override
      public double[] gradient(double[] theta) {
        return gradient.apply(theta);
      }

      @Override
      public Optional<Matrix> hessian(double[] theta) {
        return hessian.apply(theta);
      }
    };
  }

  /** The same function, its Hessian forgotten. */
  static SmoothFunction withoutHessian(SmoothFunction function) {
    return of(function::value, function::gradient);
  }

  /** Rosenbrock's valley (1960), with Hessian; its bottom is 0 at (1, 1). */
  static SmoothFunction rosenbrock() {
    return of(
        at -> square(1 - at[0]) + 100 * square(at[1] - at[0] * at[0]),
        at ->
            new double[] {
              -2 * (1 - at[0]) - 400 * at[0] * (at[1] - at[0] * at[0]),
              200 * (at[1] - at[0] * at[0])
            },
        at ->
            Optional.of(
                Matrix.of(
                    2, 2, 2 - 400 * (at[1] - 3 * at[0] * at[0]), -400 * at[0], -400 * at[0], 200)));
  }

  /** Slope times theta, with its Hessian of zeros. */
  static SmoothFunction linear(double... slope) {
    return of(
        at -> {
          double value = 0;
          for (int k = 0; k < slope.length; k++) {
            value += slope[k] * at[k];
          }
          return value;
        },
        at -> slope.clone(),
        at ->
            Optional.of(
                Matrix.of(slope.length, slope.length, new double[slope.length * slope.length])));
  }

  static double square(double number) {
    return number * number;
  }
}
