package org.sibyl.experiment.sweep.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;

/**
 * Elementary effects: M. D. Morris (1991), "Factorial sampling plans for preliminary computational
 * experiments", Technometrics 33; their mean absolute value after F. Campolongo, J. Cariboni, A.
 * Saltelli (2007), "An effective screening design for sensitivity analysis of large models",
 * Environmental Modelling and Software 22. Effects are per width of the unit cube, in units of the
 * output. Unlike a share of variance they are defined for an output that does not vary: all zero.
 *
 * @param factors the effects of every factor, in the design's order
 * @param trajectories trajectories that were used
 * @param leftOut trajectories left out since one of their trials failed
 * @param standing why the effects are undefined, if they are
 */
public record MorrisEffects(
    List<Factor> factors, int trajectories, int leftOut, Standing standing) {

  public MorrisEffects {
    factors = List.copyOf(factors);
  }

  /**
   * Summaries of a factor's elementary effects.
   *
   * @param name the factor
   * @param mean mu; effects of both signs cancel
   * @param meanAbsolute mu*, by which factors are ranked
   * @param deviation sigma, the standard deviation with divisor r - 1; large when the factor
   *     interacts or acts non-linearly. Resamples repeat trajectories, so its interval lies low
   *     when trajectories are few
   */
  public record Factor(String name, Estimate mean, Estimate meanAbsolute, Estimate deviation) {}

  /**
   * The effects with intervals by a bootstrap over trajectories.
   *
   * @param names the k factors
   * @param trajectories each through all k factors
   * @param stream chooses the resamples
   * @throws IllegalArgumentException when there are no factors or a trajectory has others
   */
  public static MorrisEffects of(
      List<String> names, List<MorrisTrajectory> trajectories, UniformRandomProvider stream) {
    Check.atLeast("factors", names.size(), 1);
    trajectories.forEach(
        each -> Check.sameSize("trajectory", each.factors(), "factors", names.size()));
    double[][] effects =
        trajectories.stream()
            .filter(MorrisTrajectory::isComplete)
            .map(MorrisTrajectory::effects)
            .toArray(double[][]::new);
    Standing standing = effects.length < 2 ? Standing.TOO_FEW : Standing.DEFINED;
    int count = 3 * names.size();
    List<Estimate> estimates =
        standing == Standing.DEFINED
            ? Bootstrap.estimates(
                effects.length, count, chosen -> summaries(effects, chosen), stream)
            : Bootstrap.undefined(count);
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      factors.add(
          new Factor(
              names.get(i),
              estimates.get(3 * i),
              estimates.get(3 * i + 1),
              estimates.get(3 * i + 2)));
    }
    return new MorrisEffects(
        factors, effects.length, trajectories.size() - effects.length, standing);
  }

  /** The effects as a table for a report. */
  public SensitivityTable table() {
    return new SensitivityTable(
        List.of("mu", "mu*", "sigma"),
        factors.stream()
            .map(
                each ->
                    new SensitivityTable.Row(
                        each.name, List.of(each.mean, each.meanAbsolute, each.deviation)))
            .toList(),
        SensitivityTable.note("trajectories", trajectories, leftOut, standing));
  }

  /** mu, mu*, sigma of the first factor, then of the next .. */
  private static double[] summaries(double[][] effects, int[] chosen) {
    double[] summaries = new double[3 * effects[0].length];
    for (int i = 0; i < effects[0].length; i++) {
      int factor = i;
      double[] values = Arrays.stream(chosen).mapToDouble(j -> effects[j][factor]).toArray();
      double mean = 0;
      double absolute = 0;
      for (double value : values) {
        mean += value / values.length;
        absolute += StrictMath.abs(value) / values.length;
      }
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      summaries[3 * i] = mean;
      summaries[3 * i + 1] = absolute;
      summaries[3 * i + 2] = StrictMath.sqrt(squares / (values.length - 1));
    }
    return summaries;
  }
}
