package org.sibyl.gui;

import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.sibyl.metrics.RiskPlane;

/**
 * The performative risk of one forecast for those with few neighbors, to the right, and another for
 * those with many, upwards; or of two parameters. With the path of what was deployed.
 */
final class RiskPlaneChart implements Chart {
  private final RiskMap map;
  private final HeatMap heat;
  private Optional<RiskPlane> drawn = Optional.empty();

  /** The chart of a map. */
  RiskPlaneChart(RiskMap map, String axes) {
    this.map = map;
    this.heat = new HeatMap("performative risk", axes);
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
