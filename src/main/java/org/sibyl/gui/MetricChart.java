package org.sibyl.gui;

import java.awt.BasicStroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.Range;

/** A metric over the rounds. */
final class MetricChart implements Chart {
  /** More points than this would lie closer than pixels. */
  private static final int MOST_POINTS = 500;

  private final int metric;
  private final String name;
  private final XYSeries line;
  private final JFreeChart drawing;

  /** The chart of a metric, by its place in the scenario. */
  MetricChart(int place, Metric metric) {
    this.metric = place;
    this.name = metric.name();
    this.line = new XYSeries(name, false, true);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Palette.LINE);
    renderer.setSeriesStroke(0, new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    drawing = ChartStyle.chart(name, new XYSeriesCollection(line), renderer, "");
    XYPlot plot = drawing.getXYPlot();
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    Range range = metric.range();
    if (range.high() - range.low() < Double.POSITIVE_INFINITY) {
      double room = 0.04 * (range.high() - range.low());
      plot.getRangeAxis().setRange(range.low() - room, range.high() + room);
    }
  }

  @Override
  public JFreeChart drawing() {
    return drawing;
  }

  @Override
  public void catchUp(History history) {
    double[] values = history.values(metric);
    int stride = Math.max(1, (values.length + MOST_POINTS - 1) / MOST_POINTS);
    line.setNotify(false);
    line.clear();
    for (int k = 0; k < values.length; k += stride) {
      line.add(k + 1, values[k]);
    }
    if (values.length > 0 && (values.length - 1) % stride != 0) {
      line.add(values.length, values[values.length - 1]);
    }
    drawing.getXYPlot().getDomainAxis().setRange(1, Math.max(10, values.length));
    drawing.setTitle(title(values));
    line.setNotify(true);
  }

  private TextTitle title(double[] values) {
    TextTitle title = drawing.getTitle();
    String now =
        values.length == 0 || Double.isNaN(values[values.length - 1])
            ? ""
            : "   " + Figure.of(values[values.length - 1]);
    title.setText(name + now);
    return title;
  }
}
