package org.sibyl.learning.riskcontrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/**
 * World U: scores are uniform, half of the people have label 1 and cost 1 when accepted, everyone
 * within .1 of the threshold or below it lowers the score by .1, without stop at 0. Safe is 1.1,
 * the sensitivity 1/2, and the risk .2 at lambda .7.
 */
final class UniformWorld {
  static final double LEVEL = 0.2;
  private static final double REACH = 0.1;

  private UniformWorld() {}

  static PerformativeRiskControl control(double tightness, double slope, Width width) {
    return Controls.sharp(LEVEL, tightness, slope, width, 1.1);
  }

  /** R(lambda_d, lambda') = 1/2 clip(max(c, min(c, c_d) + .1)) of all people. */
  static double risk(double deployed, double judged) {
    double c = 1 - judged;
    double accepted = Math.max(c, Math.min(c, 1 - deployed) + REACH);
    return 0.5 * Math.min(1, Math.max(0, accepted));
  }

  /** R(lambda_d, .) of all people. */
  static RiskCurve everyone(double deployed) {
    return judged -> risk(deployed, judged);
  }

  /** New people, who responded. */
  static JudgedSample people(int size, double deployed, UniformRandomProvider random) {
    double[] scores = new double[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      double score = random.nextDouble();
      if (random.nextDouble() < 0.5) {
        scores[count++] = score - REACH <= 1 - deployed ? score - REACH : score;
      }
    }
    double[] labels = new double[count];
    Arrays.fill(labels, 1);
    return JudgedSample.of(size, Arrays.copyOf(scores, count), labels);
  }

  /** A run on the exact curve. */
  static List<Calibration> exactly(PerformativeRiskControl control) {
    List<Calibration> all = new ArrayList<>(List.of(Calibration.from(control)));
    for (Calibration now = all.get(0); now.status() == ControlStatus.MOVING; ) {
      now = now.step(everyone(now.lambda()), 2);
      all.add(now);
    }
    return all;
  }

  /** A run on new people in every round. */
  static List<Calibration> run(Calibration start, int size, Randomness randomness) {
    List<Calibration> all = new ArrayList<>(List.of(start));
    for (Calibration now = start; now.status() == ControlStatus.MOVING; ) {
      JudgedSample people = people(size, now.lambda(), randomness.at(Draw.SURVEY, all.size()));
      now = now.step(RiskCurve.of(start.algorithm().risk(), people), size);
      all.add(now);
    }
    return all;
  }

  /**
   * Which of the three guarantees a run broke.
   *
   * @param ahead a rule's risk exceeds the level on the people of the rule before
   * @param deployed a rule's risk exceeds the level on its own people
   * @param loose the last one's risk is below level - tightness, though it is not the least
   */
  record Broken(boolean ahead, boolean deployed, boolean loose) {
    static Broken by(List<Calibration> run) {
      boolean ahead = false;
      boolean deployed = false;
      for (int t = 1; t < run.size(); t++) {
        double lambda = run.get(t).lambda();
        ahead |= risk(run.get(t - 1).lambda(), lambda) > LEVEL + 1e-12;
        deployed |= risk(lambda, lambda) > LEVEL + 1e-12;
      }
      Calibration last = run.get(run.size() - 1);
      PerformativeRiskControl control = last.algorithm();
      boolean loose =
          last.lambda() > control.least()
              && risk(last.lambda(), last.lambda()) < LEVEL - control.tightness() - 1e-12;
      return new Broken(ahead, deployed, loose);
    }

    boolean any() {
      return ahead || deployed || loose;
    }
  }
}
