package org.sibyl.learning.equilibrium;

import java.util.Arrays;
import java.util.Optional;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.Problem;

/**
 * A player's risk on its own people, in its own parameters, all others staying: the regularised
 * mean loss, and rivalry times its parameters times the sum of everybody else's.
 *
 * @param problem what is minimised
 * @param people its own
 * @param player which, from 0
 * @param each how many parameters a player has
 * @param rivalry of this player
 * @param everyone all players' parameters, of which its own are not read
 */
record OwnRisk(
    Problem problem, Cohort people, int player, int each, double rivalry, Column everyone)
    implements SmoothFunction {
  @Override
  public double value(double[] own) {
    double rivals = 0;
    for (int k = 0; k < each; k++) {
      rivals += own[k] * others(k);
    }
    return problem.value(all(own), people) + rivalry * rivals;
  }

  @Override
  public double[] gradient(double[] own) {
    double[] gradient = block(problem.gradient(all(own), people));
    for (int k = 0; k < each; k++) {
      gradient[k] += rivalry * others(k);
    }
    return gradient;
  }

  @Override
  public Optional<Matrix> hessian(double[] own) {
    return problem.hessian(all(own), people).map(this::block);
  }

  /** The sum of the k-th parameter of all other players. */
  private double others(int k) {
    double sum = 0;
    for (int other = k; other < everyone.size(); other += each) {
      sum += other == first() + k ? 0 : everyone.get(other);
    }
    return sum;
  }

  /** The first of the player's parameters. */
  int first() {
    return player * each;
  }

  /** The player's own of all parameters, or of something that has one entry for each. */
  double[] block(double... theta) {
    return Arrays.copyOfRange(theta, first(), first() + each);
  }

  private Matrix block(Matrix whole) {
    double[] entries = new double[each * each];
    for (int k = 0; k < entries.length; k++) {
      entries[k] = whole.get(first() + k / each, first() + k % each);
    }
    return Matrix.of(each, each, entries);
  }

  private double[] all(double... own) {
    double[] theta = everyone.toArray();
    System.arraycopy(own, 0, theta, first(), each);
    return theta;
  }

  /** Where the player's parameters may lie, the others being free. */
  Domain domain() {
    return new Domain() {
      @Override
      public double[] project(double... own) {
        double[] projected = own.clone();
        for (int k = 0; k < each; k++) {
          double low = StrictMath.max(own[k], range(k).low());
          projected[k] = StrictMath.min(low, range(k).high());
        }
        return projected;
      }

      @Override
      public Range range(int parameter) {
        return problem.domain().range(first() + parameter);
      }
    };
  }
}
