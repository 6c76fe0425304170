package org.sibyl.learning.optimization;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Vectors;

/**
 * Curvature as the last steps showed it: the limited-memory form of the quasi-Newton matrix of
 * Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright 2006, section 7.2), both as its
 * inverse (two loops) and as itself, for models over a domain.
 */
final class LimitedMemory implements Curvature {
  private static final int REMEMBERED = 30;

  /** Steps along which the slope rises less than this tell nothing but rounding. */
  private static final double TELLING = 1e-12;

  private final List<Step> steps = new ArrayList<>();

  /** The curvature in directions that no step has shown. */
  private double elsewhere;

  /** Without memory: the first step is no longer than 1. */
  LimitedMemory(double[] gradient) {
    elsewhere = StrictMath.max(1, Vectors.norm(gradient));
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Learns from a step. */
  void learn(Point from, Point to) {
    double[] moved = Vectors.minus(to.theta(), from.theta());
    double[] bent = Vectors.minus(to.gradient(), from.gradient());
    double curvature = Vectors.dot(moved, bent);
    if (!(curvature > TELLING * Vectors.norm(moved) * Vectors.norm(bent))) {
      return;
    }
    if (steps.size() == REMEMBERED) {
      steps.remove(0);
    }
    elsewhere = Vectors.dot(bent, bent) / curvature;
    steps.add(new Step(moved, bent));
    rebuild();
  }

  /** What the matrix before each step made of it: needed for products, not for inverses. */
  private void rebuild() {
    for (int k = 0; k < steps.size(); k++) {
      steps.get(k).before = times(steps.get(k).moved, k);
    }
  }

  @Override
  public double[] times(double[] vector) {
    return times(vector, steps.size());
  }

  private double[] times(double[] vector, int first) {
    double[] product = Vectors.times(elsewhere, vector);
    for (Step step : steps.subList(0, first)) {
      Vectors.add(product, Vectors.dot(step.bent, vector) / step.curvature, step.bent);
      Vectors.add(
          product,
          -Vectors.dot(step.before, vector) / Vectors.dot(step.moved, step.before),
          step.before);
    }
    return product;
  }

  @Override
  public double[] step(double[] gradient) {
    double[] direction = Vectors.times(-1, gradient);
    double[] shares = new double[steps.size()];
    for (int k = shares.length - 1; k >= 0; k--) {
      Step step = steps.get(k);
      shares[k] = Vectors.dot(step.moved, direction) / step.curvature;
      Vectors.add(direction, -shares[k], step.bent);
    }
    direction = Vectors.times(1 / elsewhere, direction);
    for (int k = 0; k < shares.length; k++) {
      Step step = steps.get(k);
      double back = Vectors.dot(step.bent, direction) / step.curvature;
      Vectors.add(direction, shares[k] - back, step.moved);
    }
    return direction;
  }

  private static final class Step {
    private final double[] moved;
    private final double[] bent;
    private final double curvature;
    private double[] before = new double[0];

    Step(double[] moved, double[] bent) {
      this.moved = moved;
      this.bent = bent;
      this.curvature = Vectors.dot(moved, bent);
    }
  }
}
