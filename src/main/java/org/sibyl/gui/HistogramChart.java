package org.sibyl.gui;

import java.awt.Color;
import java.awt.Paint;
import java.util.function.IntFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.sibyl.simulation.Round;

/** How many individuals have which value of a variable, after the last round. */
final class HistogramChart implements Chart {
  private static final int MOST_BINS = 20;

  private final Variable variable;
  private final DefaultIntervalXYDataset bars = new DefaultIntervalXYDataset();
  private final JFreeChart drawing;

  /** A histogram whose bars have the colors that the values have elsewhere. */
  HistogramChart(Variable variable) {
    this.variable = variable;
    drawing = ChartStyle.chart(variable.name(), bars, renderer(this::color), "");
    NumberAxis upward = (NumberAxis) drawing.getXYPlot().getRangeAxis();
    upward.setAutoRangeIncludesZero(true);
    upward.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
  }

  private static XYBarRenderer renderer(IntFunction<Color> colors) {
    XYBarRenderer renderer =
        new XYBarRenderer(0.12) {
          private static final long serialVersionUID = 1;

          @Override
          public Paint getItemPaint(int series, int item) {
            return colors.apply(item);
          }
        };
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    renderer.setBaseOutlinePaint(Palette.MUTED);
    return renderer;
  }

  private Color color(int bin) {
    double middle = bars.getXValue(0, bin);
    return variable.isAction()
        ? Palette.action(Math.rint(middle))
        : Palette.scale(Variable.step(middle, variable.low(), variable.high()));
  }

  @Override
  public JFreeChart drawing() {
    return drawing;
  }

  @Override
  public void catchUp(History history) {
    Round round = history.last();
    if (round == null) {
      return;
    }
    boolean counts = variable.isAction() && variable.isCount();
    double low = variable.low() - (counts ? 0.5 : 0);
    double high = variable.high() + (counts ? 0.5 : 0);
    int bins = counts ? (int) Math.rint(high - low) : MOST_BINS;
    bars.addSeries("individuals", bars(count(round, low, high, bins), low, (high - low) / bins));
    double room = 0.02 * (high - low);
    drawing.getXYPlot().getDomainAxis().setRange(low - room, high + room);
    if (counts) {
      ((NumberAxis) drawing.getXYPlot().getDomainAxis())
          .setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
  }

  private double[] count(Round round, double low, double high, int bins) {
    double[] counts = new double[bins];
    for (int i = 0; i < round.before().population().size(); i++) {
      double value = variable.of(round, i);
      if (!Double.isNaN(value)) {
        counts[(int) Math.max(0, Math.min(bins - 1, (value - low) / (high - low) * bins))]++;
      }
    }
    return counts;
  }

  private static double[][] bars(double[] counts, double low, double width) {
    double[][] bars = new double[6][counts.length];
    for (int k = 0; k < counts.length; k++) {
      bars[0][k] = low + (k + 0.5) * width;
      bars[1][k] = low + k * width;
      bars[2][k] = low + (k + 1) * width;
      bars[3][k] = counts[k];
      bars[4][k] = 0;
      bars[5][k] = counts[k];
    }
    return bars;
  }
}
