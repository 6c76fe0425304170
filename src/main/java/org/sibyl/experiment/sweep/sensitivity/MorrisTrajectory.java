package org.sibyl.experiment.sweep.sensitivity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sibyl.numeric.Check;

/**
 * A trajectory of a Morris design: k + 1 points, each of which differs from the one before in one
 * of the k factors, and every factor changes once.
 *
 * @param positions the points in the unit cube: (k + 1) x k
 * @param outputs the output at each point; not finite where the trial failed
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read as a whole
public record MorrisTrajectory(double[][] positions, double[] outputs) {

  /** Designs that reach a bound by adding steps may miss it by rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * @throws IllegalArgumentException when sizes do not fit, a position lies outside the unit cube,
   *     or not every factor changes once and alone
   */
  public MorrisTrajectory {
    Check.atLeast("points", positions.length, 2);
    Check.sameSize("outputs", outputs.length, "positions", positions.length);
    for (double[] position : positions) {
      Check.sameSize("position", position.length, "factors", positions.length - 1);
      for (double coordinate : position) {
        if (!(coordinate >= -ROUNDING && coordinate <= 1 + ROUNDING)) {
          throw Check.invalid("position", Double.toString(coordinate), "must lie in [0, 1]");
        }
      }
    }
    boolean[] moved = new boolean[positions.length - 1];
    for (int step = 0; step < moved.length; step++) {
      int factor = changed(positions, step);
      if (moved[factor]) {
        throw Check.invalid("trajectory", "factor " + factor, "must change once, not twice");
      }
      moved[factor] = true;
    }
  }

  /** How many factors there are, k. */
  int factors() {
    return positions.length - 1;
  }

  /** Whether none of its trials failed. */
  boolean isComplete() {
    return Arrays.stream(outputs).allMatch(Double::isFinite);
  }

  /** The elementary effect of each factor: change of the output per signed step of the factor. */
  double[] effects() {
    double[] effects = new double[factors()];
    for (int step = 0; step < effects.length; step++) {
      int factor = changed(positions, step);
      effects[factor] =
          (outputs[step + 1] - outputs[step])
              / (positions[step + 1][factor] - positions[step][factor]);
    }
    return effects;
  }

  /** Compares by value, so that 0 and -0 are no step. */
  private static int changed(double[][] positions, int step) {
    double[] before = positions[step];
    double[] after = positions[step + 1];
    int[] changed = IntStream.range(0, before.length).filter(i -> before[i] != after[i]).toArray();
    if (changed.length != 1) {
      throw Check.invalid("trajectory", "step " + step, "must change exactly one factor");
    }
    return changed[0];
  }
}
