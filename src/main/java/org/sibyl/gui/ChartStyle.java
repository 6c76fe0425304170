package org.sibyl.gui;

import java.awt.BasicStroke;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYDataset;
import org.jfree.ui.HorizontalAlignment;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.RectangleInsets;

/** How all charts look. */
final class ChartStyle {
  private static final Font SMALL = Palette.font(Font.PLAIN, 11);

  private ChartStyle() {}

  /** A chart with a title above its left corner and nothing superfluous. */
  static JFreeChart chart(String title, XYDataset data, XYItemRenderer renderer, String below) {
    NumberAxis across = axis();
    across.setLabel(below);
    across.setLabelFont(SMALL);
    across.setLabelPaint(Palette.MUTED);
    XYPlot plot = new XYPlot(data, across, axis(), renderer);
    plot.setBackgroundPaint(Palette.PAPER);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.RULE);
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setAxisOffset(new RectangleInsets(2, 2, 2, 2));
    JFreeChart chart = new JFreeChart(null, Palette.font(Font.BOLD, 13), plot, false);
    TextTitle text = new TextTitle(title, Palette.font(Font.BOLD, 13));
    text.setPaint(Palette.INK);
    text.setPosition(RectangleEdge.TOP);
    text.setHorizontalAlignment(HorizontalAlignment.LEFT);
    text.setPadding(4, 8, 2, 4);
    chart.setTitle(text);
    chart.setBackgroundPaint(Palette.PAPER);
    chart.setPadding(new RectangleInsets(2, 4, 4, 10));
    return chart;
  }

  private static NumberAxis axis() {
    NumberAxis axis = new NumberAxis();
    axis.setTickLabelFont(SMALL);
    axis.setTickLabelPaint(Palette.MUTED);
    axis.setAxisLinePaint(Palette.RULE);
    axis.setTickMarkPaint(Palette.RULE);
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }
}
