package org.sibyl.gui;

import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.sibyl.metrics.RiskPlane;

/**
 * The performative risk of one forecast for those with few neighbors, to the right, and another for
 * those with many, upwards; with the path of the mean forecasts.
 */
final class RiskPlaneChart implements Chart {
  private final RiskMap map;
  private final HeatMap heat = new HeatMap("performative risk", "few neighbors (up: many)");
  private Optional<RiskPlane> drawn = Optional.empty();

  /** The chart of a map. */
  RiskPlaneChart(RiskMap map) {
    this.map = map;
  }

  @Override
  public JFreeChart drawing() {
    return heat.drawing();
  }

  @Override
  public void catchUp(History history) {
    Optional<RiskPlane> now = map.plane();
    if (now.isPresent() && !now.equals(drawn)) {
      RiskPlane plane = now.get();
      heat.risks(plane.first(), plane.second(), plane.risk());
      heat.mark(plane.stable(), plane.optimal());
      drawn = now;
    }
    heat.path(map.planePath());
  }
}
