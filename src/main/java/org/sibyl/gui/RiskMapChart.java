package org.sibyl.gui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.sibyl.metrics.RiskLandscape;

/**
 * The risk landscape as a heat map, deployed to the right, evaluated upwards: light is good. The
 * line leads from each deployed mean forecast to the next one; circles are stable, the square is
 * optimal.
 */
final class RiskMapChart implements Chart {
  /** Steps of the path that are drawn: older ones would cover the map. */
  private static final int MOST_STEPS = 60;

  private static final String TITLE = "decoupled risk";

  private final RiskMap map;
  private final XYBlockRenderer blocks = new XYBlockRenderer();
  private final DefaultXYZDataset risks = new DefaultXYZDataset();
  private final XYSeries path = new XYSeries("path", false, true);
  private final XYSeries stable = new XYSeries("stable");
  private final XYSeries optimal = new XYSeries("optimal");
  private final JFreeChart drawing;
  private Optional<RiskLandscape> drawn = Optional.empty();

  /** The chart of a map. */
  RiskMapChart(RiskMap map) {
    this.map = map;
    drawing = ChartStyle.chart(TITLE, risks, blocks, "deployed to all (up: evaluated)");
    XYPlot plot = drawing.getXYPlot();
    plot.getDomainAxis().setRange(0, 1);
    plot.getRangeAxis().setRange(0, 1);
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
    marks.setSeriesOutlineStroke(1, new BasicStroke(2f));
    marks.setSeriesStroke(1, new BasicStroke(2f));
    marks.setSeriesShape(2, new Rectangle2D.Double(-4, -4, 8, 8));
    marks.setSeriesPaint(2, Color.BLACK);
    return marks;
  }

  @Override
  public JFreeChart drawing() {
    return drawing;
  }

  @Override
  public void catchUp(History history) {
    Optional<RiskLandscape> now = map.landscape();
    if (now.isPresent() && !now.equals(drawn)) {
      draw(now.get());
      drawn = now;
    }
    drawPath(map.path());
  }

  private void draw(RiskLandscape landscape) {
    double[] axis = landscape.axis();
    double[][] cells = new double[3][axis.length * axis.length];
    int cell = 0;
    for (int deployed = 0; deployed < axis.length; deployed++) {
      for (int evaluated = 0; evaluated < axis.length; evaluated++) {
        cells[0][cell] = axis[deployed];
        cells[1][cell] = axis[evaluated];
        cells[2][cell++] = landscape.risk()[deployed][evaluated];
      }
    }
    double step = axis[1] - axis[0];
    blocks.setBlockWidth(step);
    blocks.setBlockHeight(step);
    blocks.setPaintScale(scale(cells[2]));
    risks.addSeries("risk", cells);
    stable.clear();
    landscape.stable().forEach(point -> stable.add(point, point));
    optimal.clear();
    optimal.add(landscape.optimal(), landscape.optimal());
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

  /** Up from a deployed forecast to the one that follows, across to the diagonal, and so on. */
  private void drawPath(List<Double> means) {
    path.clear();
    for (int k = Math.max(0, means.size() - MOST_STEPS); k + 1 < means.size(); k++) {
      path.add(means.get(k), means.get(k), false);
      path.add(means.get(k), means.get(k + 1), false);
    }
    path.fireSeriesChanged();
  }
}
