package org.sibyl.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.HypothesisClass;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.simulation.Round;

/**
 * The models of a task that have one or two parameters, judged as the task judges them, penalty
 * included.
 *
 * @param problem the task on the features of the individuals
 * @param window the values of each parameter that are shown
 */
record MappedThetas(Problem problem, List<Range> window) implements MappedModels {
  MappedThetas {
    window = List.copyOf(window);
  }

  /** The models of the window, whose parameters can be drawn. */
  private record Windowed(HypothesisClass whole, List<Range> window) implements HypothesisClass {
    @Override
    public int dimension() {
      return whole.dimension();
    }

    @Override
    public Model model(double... theta) {
      return whole.model(theta);
    }

    @Override
    public Range range(int parameter) {
      return window.get(parameter);
    }
  }

  /**
   * The models around those deployed so far and now: all that the domain allows; where that has no
   * bounds, from below the least to above the greatest, zero among them.
   */
  static MappedThetas of(Problem problem, List<double[]> seen, double... now) {
    List<Range> window = new ArrayList<>();
    for (int k = 0; k < problem.dimension(); k++) {
      Range allowed = problem.domain().range(k);
      boolean bounded = Double.isFinite(allowed.high() - allowed.low());
      window.add(bounded ? allowed : around(k, seen, now));
    }
    return new MappedThetas(problem, window);
  }

  private static Range around(int parameter, List<double[]> seen, double... now) {
    double low = Math.min(0, now[parameter]);
    double high = Math.max(0, now[parameter]);
    for (double[] theta : seen) {
      low = Math.min(low, theta[parameter]);
      high = Math.max(high, theta[parameter]);
    }
    double room = Math.max(1, (high - low) / 2);
    return new Range(low - room, true, high + room, true);
  }

  @Override
  public Optional<DecoupledPerformativeRisk> line(DistributionMap map) {
    return hasLine() ? Optional.of(risk(map)) : Optional.empty();
  }

  @Override
  public Optional<DecoupledPerformativeRisk> plane(DistributionMap map) {
    return hasPlane() ? Optional.of(risk(map)) : Optional.empty();
  }

  private DecoupledPerformativeRisk risk(DistributionMap map) {
    return new DecoupledPerformativeRisk(
        map, new Windowed(problem.hypotheses(), window), problem.loss(), problem::penalty, 1);
  }

  @Override
  public boolean hasLine() {
    return problem.dimension() == 1;
  }

  @Override
  public boolean hasPlane() {
    return problem.dimension() == 2;
  }

  @Override
  public Optional<double[]> onLine(Round round) {
    return hasLine() ? theta(round) : Optional.empty();
  }

  @Override
  public Optional<double[]> onPlane(Round round) {
    return hasPlane() ? theta(round) : Optional.empty();
  }

  private Optional<double[]> theta(Round round) {
    return round.deployment().model() instanceof Parametric deployed
            && deployed.theta().length == problem.dimension()
        ? Optional.of(deployed.theta())
        : Optional.empty();
  }

  @Override
  public String lineAxes() {
    return "deployed theta (up: evaluated)";
  }

  @Override
  public String planeAxes() {
    return "theta 1 (up: theta 2)";
  }
}
