package org.sibyl.gui;

import java.util.List;
import java.util.Optional;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** The models that a risk map deploys and evaluates: named by one number, by two, or by either. */
interface MappedModels {
  /** Of larger populations a landscape would take too long to be live. */
  int MOST_INDIVIDUALS = 5_000;

  /**
   * The models of this world; empty when it is too large, or its Predictor has neither forecasts
   * nor one or two parameters.
   *
   * @param task how models are judged, where there is one
   * @param seen parameters of the models deployed so far
   */
  static Optional<MappedModels> of(World world, Optional<Task> task, List<double[]> seen) {
    if (world.population().size() > MOST_INDIVIDUALS) {
      return Optional.empty();
    }
    if (world.learner().model() instanceof Forecast) {
      return Optional.of(MappedForecasts.of(world.network()));
    }
    if (world.learner().model() instanceof Parametric now) {
      return task.map(judged -> judged.on(world.population().features().columns()))
          .filter(problem -> problem.dimension() <= 2 && problem.dimension() == now.theta().length)
          .map(problem -> MappedThetas.of(problem, seen, now.theta()));
    }
    return Optional.empty();
  }

  /** The risk of models named by one number; empty when there are none. */
  Optional<DecoupledPerformativeRisk> line(DistributionMap map);

  /** The risk of models named by two numbers; empty when there are none. */
  Optional<DecoupledPerformativeRisk> plane(DistributionMap map);

  /** Whether there are models named by one number. */
  boolean hasLine();

  /** Whether there are models named by two numbers. */
  boolean hasPlane();

  /** The number nearest to what a round deployed; empty when it deployed nothing of the kind. */
  Optional<double[]> onLine(Round round);

  /** The two numbers nearest to what a round deployed. */
  Optional<double[]> onPlane(Round round);

  /** What stands at the axes of a map of one number. */
  String lineAxes();

  /** What stands at the axes of a map of two numbers. */
  String planeAxes();
}
