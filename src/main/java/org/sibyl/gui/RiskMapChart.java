package org.sibyl.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.sibyl.metrics.RiskLandscape;

/**
 * The decoupled risk of one forecast for all, or of one parameter, deployed to the right, evaluated
 * upwards; the performative risk is on the diagonal. The path leads up from each deployed model to
 * the one that follows, across to the diagonal, and so on.
 */
final class RiskMapChart implements Chart {
  /** Steps of the path that are drawn: older ones would cover the map. */
  private static final int MOST_STEPS = 60;

  private final RiskMap map;
  private final HeatMap heat;
  private Optional<RiskLandscape> drawn = Optional.empty();

  /** The chart of a map. */
  RiskMapChart(RiskMap map, String axes) {
    this.map = map;
    this.heat = new HeatMap("decoupled risk", axes);
  }

  @Override
  public JFreeChart drawing() {
    return heat.drawing();
  }

  @Override
  public void catchUp(History history) {
    Optional<RiskLandscape> now = map.landscape();
    if (now.isPresent() && !now.equals(drawn)) {
      RiskLandscape landscape = now.get();
      heat.risks(landscape.axis(), landscape.axis(), landscape.risk());
      heat.mark(
          landscape.stable().stream().map(point -> new double[] {point, point}).toList(),
          new double[] {landscape.optimal(), landscape.optimal()});
      drawn = now;
    }
    heat.path(steps(map.path()));
  }

  private static List<double[]> steps(List<Double> means) {
    List<double[]> steps = new ArrayList<>();
    for (int k = Math.max(0, means.size() - MOST_STEPS); k + 1 < means.size(); k++) {
      steps.add(new double[] {means.get(k), means.get(k)});
      steps.add(new double[] {means.get(k), means.get(k + 1)});
    }
    return steps;
  }
}
