package org.sibyl.gui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/**
 * Individuals as they are drawn, painted once for each outline and fill: copying a small image is
 * many times faster than painting smooth circles anew.
 */
final class Discs {
  private static final Color[] OUTLINES = {Palette.ZERO, Palette.ONE, Palette.OTHER};
  private static final int MARGIN = 1;

  private final int diameter;
  private final BufferedImage[][] images = new BufferedImage[OUTLINES.length][Palette.STEPS + 1];

  Discs(int diameter) {
    this.diameter = diameter;
  }

  int diameter() {
    return diameter;
  }

  /**
   * Draws an individual.
   *
   * @param action decides the outline
   * @param step the fill's step of the scale, -1 for none
   */
  void draw(Graphics2D graphics, float x, float y, double action, int step) {
    int outline = action == 0 ? 0 : action == 1 ? 1 : 2;
    BufferedImage image = images[outline][step + 1];
    if (image == null) {
      image = paint(OUTLINES[outline], step < 0 ? Palette.NOTHING : Palette.scale(step));
      images[outline][step + 1] = image;
    }
    int corner = diameter / 2 + MARGIN;
    graphics.drawImage(image, Math.round(x) - corner, Math.round(y) - corner, null);
  }

  private BufferedImage paint(Color outline, Color fill) {
    int side = diameter + 2 * MARGIN;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double ring = Math.max(1, diameter * 0.15);
    double gap = diameter >= 10 ? Math.max(1, diameter * 0.07) : 0;
    disc(graphics, outline, 0);
    disc(graphics, Palette.PAPER, ring);
    disc(graphics, fill, ring + gap);
    graphics.dispose();
    return image;
  }

  private void disc(Graphics2D graphics, Color color, double inset) {
    graphics.setColor(color);
    double width = diameter - 2 * inset;
    graphics.fill(new Ellipse2D.Double(MARGIN + inset, MARGIN + inset, width, width));
  }
}
