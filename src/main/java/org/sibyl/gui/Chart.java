package org.sibyl.gui;

import org.jfree.chart.JFreeChart;

/** A chart that can catch up with a history. */
interface Chart {
  /** What is drawn. */
  JFreeChart drawing();

  /** Brings the drawing up to the history's last round. */
  void catchUp(History history);
}
