package org.sibyl.gui;

import java.awt.Dimension;
import java.awt.GridLayout;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jfree.chart.ChartPanel;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * All charts in one panel. They catch up a few times a second at most, however fast rounds are
 * played, and more rarely when there is much to count.
 */
final class ChartWall extends JPanel implements View {
  private static final long serialVersionUID = 1;
  private static final int PAUSE = 120;

  /** Charts may take one part in so many of the time. */
  private static final int SHARE = 4;

  private final transient History history;
  private final transient Stage stage;
  private final transient RiskMap map;
  private final Timer timer = new Timer(PAUSE, tick -> catchUp());
  private transient Charts charts;
  private volatile boolean behind;
  private int generation = -1;
  private int shown;

  /** Charts of what the history holds and the stage can show. */
  ChartWall(History history, Stage stage, RiskMap map) {
    this.history = history;
    this.stage = stage;
    this.map = map;
    map.onChange(() -> behind = true);
    this.charts = new Charts(history, stage.distributions(), map);
    setBackground(Palette.RULE);
    timer.start();
  }

  @Override
  public void begin(LoadedScenario scenario, World first) {
    SwingUtilities.invokeLater(this::catchUpNow);
  }

  @Override
  public void show(Round round) {
    behind = true;
  }

  private void catchUp() {
    if (behind) {
      long start = System.nanoTime();
      catchUpNow();
      long spent = (System.nanoTime() - start) / 1_000_000;
      timer.setDelay((int) Math.max(PAUSE, spent * SHARE));
    }
  }

  /** Brings all charts up to the last round; on the event thread. */
  void catchUpNow() {
    behind = false;
    if (generation != history.generation()) {
      generation = history.generation();
      rebuild();
    }
    charts.catchUp();
    shown = history.rounds();
    repaint();
  }

  private void rebuild() {
    charts = new Charts(history, stage.distributions(), map);
    removeAll();
    setLayout(new GridLayout(0, charts.columns(), 1, 1));
    for (Chart chart : charts.all()) {
      ChartPanel panel = new ChartPanel(chart.drawing(), true);
      panel.setPreferredSize(new Dimension(330, 165));
      panel.setMinimumDrawWidth(150);
      panel.setMinimumDrawHeight(90);
      panel.setMaximumDrawWidth(4000);
      panel.setMaximumDrawHeight(4000);
      add(panel);
    }
    revalidate();
  }

  /** Up to which round its charts are drawn. */
  int shown() {
    return shown;
  }

  /** Stops catching up. */
  void close() {
    timer.stop();
  }
}
