package org.sibyl.gui;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.sibyl.metrics.Metric;

/** The charts of a scenario, in order: its metrics, histograms, the risk landscape. */
final class Charts {
  private final List<Chart> charts = new ArrayList<>();
  private final History history;

  /** Charts of the history as it is now. */
  Charts(History history, List<Variable> variables, RiskMap map) {
    this.history = history;
    List<Metric> metrics = history.metrics();
    for (int m = 0; m < metrics.size(); m++) {
      charts.add(new MetricChart(m, metrics.get(m)));
    }
    variables.forEach(variable -> charts.add(new HistogramChart(variable)));
    map.models()
        .filter(MappedModels::hasLine)
        .ifPresent(models -> charts.add(new RiskMapChart(map, models.lineAxes())));
    map.models()
        .filter(MappedModels::hasPlane)
        .ifPresent(models -> charts.add(new RiskPlaneChart(map, models.planeAxes())));
  }

  /** All of them. */
  List<Chart> all() {
    return List.copyOf(charts);
  }

  /** In how many columns they stand. */
  int columns() {
    return charts.size() <= 3 ? 1 : charts.size() <= 10 ? 2 : 3;
  }

  /** In how many rows they stand. */
  int rows() {
    return (charts.size() + columns() - 1) / columns();
  }

  /** Brings all up to the last round. */
  void catchUp() {
    charts.forEach(chart -> chart.catchUp(history));
  }

  /** Draws all in a grid. */
  void draw(Graphics2D graphics, Rectangle area) {
    for (int k = 0; k < charts.size(); k++) {
      double width = (double) area.width / columns();
      double height = (double) area.height / rows();
      double x = area.x + k % columns() * width;
      double y = area.y + Math.floorDiv(k, columns()) * height;
      charts.get(k).drawing().draw(graphics, new Rectangle2D.Double(x, y, width, height));
    }
  }
}
