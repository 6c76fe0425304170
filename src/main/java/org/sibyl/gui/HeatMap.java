package org.sibyl.gui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Risks over a rectangle, light where they are low, with a path through it; circles are stable, the
 * square is optimal.
 */
final class HeatMap {
  private final XYBlockRenderer blocks = new XYBlockRenderer();
  private final DefaultXYZDataset risks = new DefaultXYZDataset();
  private final XYSeries path = new XYSeries("path", false, true);
  private final XYSeries stable = new XYSeries("stable");
  private final XYSeries optimal = new XYSeries("optimal");
  private final JFreeChart drawing;

  /** A map of nothing yet. */
  HeatMap(String title, String axes) {
    drawing = ChartStyle.chart(title, risks, blocks, axes);
    XYPlot plot = drawing.getXYPlot();
    show(plot.getDomainAxis(), 0, 1);
    show(plot.getRangeAxis(), 0, 1);
    plot.setRangeGridlinesVisible(false);
    XYSeriesCollection marks = new XYSeriesCollection();
    marks.addSeries(path);
    marks.addSeries(stable);
    marks.addSeries(optimal);
    plot.setDataset(1, marks);
    plot.setRenderer(1, marks());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
  }

  private static XYLineAndShapeRenderer marks() {
    XYLineAndShapeRenderer marks = new XYLineAndShapeRenderer(false, true);
    marks.setSeriesLinesVisible(0, true);
    marks.setSeriesShapesVisible(0, false);
    marks.setSeriesPaint(0, Palette.ZERO);
    marks.setSeriesStroke(0, new BasicStroke(1.4f));
    marks.setSeriesShape(1, new Ellipse2D.Double(-5, -5, 10, 10));
    marks.setSeriesShapesFilled(1, false);
    marks.setSeriesPaint(1, Palette.ONE);
    marks.setSeriesStroke(1, new BasicStroke(2f));
    marks.setSeriesShape(2, new Rectangle2D.Double(-4, -4, 8, 8));
    marks.setSeriesPaint(2, Color.BLACK);
    return marks;
  }

  /** The chart. */
  JFreeChart drawing() {
    return drawing;
  }

  /** Draws risks by x and y, both in equal steps. */
  void risks(double[] x, double[] y, double[][] risk) {
    double[][] cells = new double[3][x.length * y.length];
    int cell = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        cells[0][cell] = x[i];
        cells[1][cell] = y[j];
        cells[2][cell++] = risk[i][j];
      }
    }
    show(drawing.getXYPlot().getDomainAxis(), x);
    show(drawing.getXYPlot().getRangeAxis(), y);
    blocks.setBlockWidth(x[1] - x[0]);
    blocks.setBlockHeight(y[1] - y[0]);
    blocks.setPaintScale(scale(cells[2]));
    risks.addSeries("risk", cells);
  }

  /** All values, and room for the blocks of the first and the last. */
  private static void show(ValueAxis axis, double... values) {
    double first = values[0];
    double last = values[values.length - 1];
    double room = 0.03 * (last - first);
    axis.setRange(first - room, last + room);
  }

  private static LookupPaintScale scale(double[] risks) {
    double low = Arrays.stream(risks).filter(risk -> !Double.isNaN(risk)).min().orElse(0);
    double high = Arrays.stream(risks).filter(risk -> !Double.isNaN(risk)).max().orElse(1);
    double width = high > low ? high - low : 1;
    LookupPaintScale scale = new LookupPaintScale(low, low + width, Palette.NOTHING);
    for (int step = 0; step < Palette.STEPS; step++) {
      scale.add(low + width * step / Palette.STEPS, Palette.scale(step));
    }
    return scale;
  }

  /** Marks stable points, each x and y, and the optimal one. */
  void mark(List<double[]> stablePoints, double[] optimalPoint) {
    stable.clear();
    stablePoints.forEach(point -> stable.add(point[0], point[1]));
    optimal.clear();
    optimal.add(optimalPoint[0], optimalPoint[1]);
  }

  /** Draws a path through these points, each x and y. */
  void path(List<double[]> points) {
    path.clear();
    points.forEach(point -> path.add(point[0], point[1], false));
    path.fireSeriesChanged();
  }
}
