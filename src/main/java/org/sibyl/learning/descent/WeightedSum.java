package org.sibyl.learning.descent;

import java.util.List;
import java.util.Optional;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Vectors;

/**
 * A weighted sum of functions.
 *
 * @param terms at least one
 * @param weights one for each
 */
public record WeightedSum(List<SmoothFunction> terms, Column weights) implements SmoothFunction {
  public WeightedSum {
    terms = List.copyOf(terms);
    Check.atLeast("terms", terms.size(), 1);
    Check.sameSize("weights", weights.size(), "the sum", terms.size());
  }

  @Override
  public double value(double[] theta) {
    double sum = 0;
    for (int t = 0; t < terms.size(); t++) {
      sum += weights.get(t) * terms.get(t).value(theta);
    }
    return sum;
  }

  @Override
  public double[] gradient(double[] theta) {
    double[] sum = new double[theta.length];
    for (int t = 0; t < terms.size(); t++) {
      sum = Vectors.plus(sum, weights.get(t), terms.get(t).gradient(theta));
    }
    return sum;
  }

  @Override
  public Optional<Matrix> hessian(double[] theta) {
    double[] sum = new double[theta.length * theta.length];
    for (int t = 0; t < terms.size(); t++) {
      Optional<Matrix> term = terms.get(t).hessian(theta);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      sum = Vectors.plus(sum, weights.get(t), term.get().toArray());
    }
    return Optional.of(Matrix.of(theta.length, theta.length, sum));
  }
}
