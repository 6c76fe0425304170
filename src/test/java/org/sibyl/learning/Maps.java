package org.sibyl.learning;

import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.Loss;
import org.sibyl.prediction.ShiftGradient;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** The reference problems of the specification, section 2, without noise or with stated noise. */
public final class Maps {
  private Maps() {}

  /** Minus beta times prediction times outcome: prices. */
  public record LinearLoss(double weight) implements Loss {
    @Override
    public double value(double prediction, double outcome) {
      return weight * prediction * outcome;
    }

    @Override
    public double slope(double prediction, double outcome) {
      return weight * outcome;
    }

    @Override
    public double curvature(double prediction, double outcome) {
      return 0;
    }

    @Override
    public double outcomeSlope(double prediction, double outcome) {
      return weight * prediction;
    }
  }

  /** Learning of linear models with this loss. */
  public static Task task(Loss loss, double ridge, Domain domain) {
    return new Task(new LinearModels(0), loss, ridge, true, domain);
  }

  /** Problem Q: gamma/2 |theta|^2 - beta theta.z. */
  public static Task quadratic(double gamma, double beta) {
    return task(new LinearLoss(-beta), gamma, new Everywhere());
  }

  /** Problem M: half the squared distance of one number for all from the outcome. */
  public static Task mean() {
    return task(new SquaredLoss(0.5), 0, new Everywhere());
  }

  /** The same bounds for all parameters. */
  public static Domain box(double low, double high) {
    return new Box(Values.all(low), Values.all(high));
  }

  /** Problems Q and P: features move to mu + sensitivity * theta, plus everyone's own noise. */
  public static Trial.World features(double sensitivity, double[] mu, double... noise) {
    int people = StrictMath.max(1, noise.length);
    return (theta, round) -> {
      double[] all = new double[people * mu.length];
      for (int i = 0; i < all.length; i++) {
        int k = i % mu.length;
        double own = noise.length == 0 ? 0 : noise[i / mu.length];
        all[i] = mu[k] + sensitivity * theta[k] + own;
      }
      return Trial.cohort(Matrix.of(people, mu.length, all), Column.constant(people, 1));
    };
  }

  /** How the features of {@link #features} move. */
  public static ShiftGradient shift(double sensitivity) {
    return (deployed, cohort, featureSlopes, outcomeSlopes, into) -> {
      for (int k = 0; k < into.length; k++) {
        into[k] += sensitivity * featureSlopes.column(k).sum();
      }
    };
  }

  /** People whose labels nobody sees. */
  public static Trial.World silent(int features) {
    return (theta, round) ->
        Trial.cohort(
            Matrix.of(3, features, new double[3 * features]), Column.constant(3, Double.NaN));
  }

  /** Problem M: outcomes move to mu + sensitivity * theta, plus everyone's own noise. */
  public static Trial.World outcomes(double sensitivity, double mu, double... noise) {
    double[] own = noise.length == 0 ? new double[1] : noise;
    return (theta, round) ->
        Trial.cohort(
            Column.constant(own.length, 1).asMatrix(),
            Column.generate(own.length, i -> mu + sensitivity * theta[0] + own[i]));
  }

  /** How the outcomes of {@link #outcomes} move. */
  public static ShiftGradient outcomeShift(double sensitivity) {
    return (deployed, cohort, featureSlopes, outcomeSlopes, into) ->
        into[0] += sensitivity * outcomeSlopes.sum();
  }

  /**
   * Problem C, a biased coin seen from x = 1 and x = -1: two outcomes each, with the mean and the
   * variance of the Bernoulli law, so that all squared losses are exact.
   */
  public static Trial.World coin(double mu, double sensitivity) {
    return (theta, round) -> {
      double[] outcomes = new double[4];
      for (int i = 0; i < 4; i++) {
        double x = i < 2 ? 1 : -1;
        double p = 0.5 + mu * x + sensitivity * theta[0] * x;
        outcomes[i] = p + (i % 2 == 0 ? 1 : -1) * StrictMath.sqrt(p * (1 - p));
      }
      return Trial.cohort(Matrix.of(4, 1, 1, 1, -1, -1), Column.of(outcomes));
    };
  }

  /** The models of problem C: 1/2 + theta x, plain squared loss. */
  public static Task coinTask(Domain domain) {
    return new Task(new LinearModels(0.5), SquaredLoss.plain(), 0, true, domain);
  }

  /** Problem H: the slope is b, the noise has variance s0^2 + kappa (theta - c)^2; both x = +-1. */
  public static Trial.World hardness(double b, double c, double kappa, double variance) {
    return (theta, round) -> {
      double deviation = StrictMath.sqrt(variance + kappa * (theta[0] - c) * (theta[0] - c));
      return Trial.cohort(
          Matrix.of(4, 1, 1, 1, -1, -1),
          Column.of(b + deviation, b - deviation, -b + deviation, -b - deviation));
    };
  }

  /** The performative risk, exact in a world without noise of its own. */
  public static double risk(Task task, Trial.World world, double... theta) {
    return task.on(theta.length).value(theta, world.induced(theta, 1));
  }
}
