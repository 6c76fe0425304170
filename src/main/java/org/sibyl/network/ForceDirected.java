package org.sibyl.network;

/**
 * Positions by springs: neighbors attract, all repel, and a weak pull to the middle holds
 * unconnected parts together (Fruchterman and Reingold 1991, without their frame, in whose corners
 * individuals come to lie on one another). In large networks each step lets only some of the others
 * repel, in turn, each for several.
 */
final class ForceDirected {
  /** Pairs that may be looked at in all steps together: a few seconds at most. */
  private static final double PAIRS = 2e8;

  private static final int MOST_STEPS = 200;
  private static final int FEWEST_STEPS = 20;

  /** So many others repel in a step. */
  private static final int REPELLING = 1000;

  private static final double GOLDEN_ANGLE = 2.399963229728653;
  private static final double PULL = 0.3;

  /** How far an individual may move in the first step; the last hardly moves anyone. */
  private static final double HEAT = 0.15;

  /** Squared distances below this count as this. */
  private static final double FLOOR = 1e-12;

  private final Network network;
  private final int size;
  private final double[] x;
  private final double[] y;
  private final double[] pushX;
  private final double[] pushY;

  /** Squared distance that neighbors would keep if there were no others. */
  private final double ideal;

  private ForceDirected(Network network) {
    this.network = network;
    this.size = network.size();
    this.ideal = StrictMath.PI / size;
    this.x = new double[size];
    this.y = new double[size];
    this.pushX = new double[size];
    this.pushY = new double[size];
    for (int i = 0; i < size; i++) { // a sunflower: all places differ
      double radius = StrictMath.sqrt((i + 0.5) / size);
      x[i] = radius * StrictMath.cos(i * GOLDEN_ANGLE);
      y[i] = radius * StrictMath.sin(i * GOLDEN_ANGLE);
    }
  }

  /** Positions {x, y} of each individual in turn, not yet fitted to a square. */
  static double[] place(Network network) {
    ForceDirected layout = new ForceDirected(network);
    int repelling = StrictMath.min(layout.size, REPELLING);
    double affordable = PAIRS / ((double) layout.size * repelling);
    int steps = (int) StrictMath.max(FEWEST_STEPS, StrictMath.min(MOST_STEPS, affordable));
    for (int step = 0; step < steps; step++) {
      layout.step(step, HEAT * (steps - step) / steps);
    }
    double[] positions = new double[2 * layout.size];
    for (int i = 0; i < layout.size; i++) {
      positions[2 * i] = layout.x[i];
      positions[2 * i + 1] = layout.y[i];
    }
    return positions;
  }

  private void step(int number, double heat) {
    int stride = (size - 1) / REPELLING + 1;
    for (int i = 0; i < size; i++) {
      pushX[i] = -PULL * x[i];
      pushY[i] = -PULL * y[i];
      for (int other = number % stride; other < size; other += stride) {
        if (other != i) {
          push(i, other, stride * ideal / squared(i, other));
        }
      }
      for (int k = 0; k < network.degree(i); k++) {
        int neighbor = network.neighbor(i, k);
        push(i, neighbor, -StrictMath.sqrt(squared(i, neighbor) / ideal));
      }
    }
    for (int i = 0; i < size; i++) {
      double length = StrictMath.sqrt(pushX[i] * pushX[i] + pushY[i] * pushY[i]);
      double share = length > heat ? heat / length : 1;
      x[i] += share * pushX[i];
      y[i] += share * pushY[i];
    }
  }

  private double squared(int i, int other) {
    double dx = x[i] - x[other];
    double dy = y[i] - y[other];
    return StrictMath.max(FLOOR, dx * dx + dy * dy);
  }

  /** Pushes an individual away from another, so many times their distance. */
  private void push(int i, int other, double times) {
    pushX[i] += times * (x[i] - x[other]);
    pushY[i] += times * (y[i] - y[other]);
  }
}
