package org.sibyl.gui;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import sim.portrayal.DrawInfo2D;

/**
 * The network and all charts side by side, as an image. It is drawn from the same parts as the
 * windows but without them, so that its size does not depend on theirs.
 */
final class Picture {
  private static final int NETWORK = 800;
  private static final int CHARTS = 700;
  private static final int HEIGHT = 900;
  private static final int GAP = 2;

  private final Laboratory laboratory;
  private final NetworkPortrayal network;
  private final Legend legend;
  private final History history;
  private final Stage stage;
  private final RiskMap map;

  Picture(Laboratory laboratory, Stage stage, History history, RiskMap map) {
    this.laboratory = laboratory;
    this.network = new NetworkPortrayal(laboratory, stage);
    this.legend = new Legend(laboratory, stage);
    this.history = history;
    this.stage = stage;
    this.map = map;
  }

  /** The image after the last round. */
  BufferedImage take() {
    BufferedImage image =
        new BufferedImage(NETWORK + GAP + CHARTS, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Palette.RULE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    network(graphics);
    charts(graphics);
    graphics.dispose();
    return image;
  }

  private void network(Graphics2D graphics) {
    Rectangle2D.Double area = new Rectangle2D.Double(0, 0, NETWORK, HEIGHT);
    graphics.setColor(Palette.PAPER);
    graphics.fill(area);
    network.draw(stage, graphics, new DrawInfo2D(laboratory, network, area, area));
    legend.draw(stage, graphics, new DrawInfo2D(laboratory, legend, area, area));
  }

  private void charts(Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    Charts charts = new Charts(history, stage.distributions(), map);
    charts.catchUp();
    charts.draw(graphics, new Rectangle(NETWORK + GAP, 0, CHARTS, HEIGHT));
  }
}
