package org.sibyl.gui;

import java.awt.geom.Rectangle2D;
import org.sibyl.numeric.Matrix;

/** Who is drawn where: a drawn network and positions in the unit square. */
final class Scene {
  /** Room for the title above and the legend below, in pixels. */
  static final int TOP = 66;

  static final int BOTTOM = 76;
  private static final int SIDE = 26;

  private final DrawnNetwork drawn;
  private final float[] x;
  private final float[] y;

  Scene(DrawnNetwork drawn, Matrix positions) {
    this.drawn = drawn;
    this.x = new float[drawn.size()];
    this.y = new float[drawn.size()];
    for (int at = 0; at < x.length; at++) {
      x[at] = (float) positions.get(at, 0);
      y[at] = (float) positions.get(at, 1);
    }
  }

  DrawnNetwork drawn() {
    return drawn;
  }

  /** Where someone is drawn within an area of the screen, in pixels. */
  float x(int at, Rectangle2D area) {
    return (float) (area.getX() + SIDE + x[at] * Math.max(1, area.getWidth() - 2 * SIDE));
  }

  /** Where someone is drawn within an area of the screen, in pixels, downwards. */
  float y(int at, Rectangle2D area) {
    return (float) (area.getY() + TOP + y[at] * Math.max(1, area.getHeight() - TOP - BOTTOM));
  }

  /** How wide an individual is drawn so that most do not overlap, in pixels. */
  int diameter(Rectangle2D area) {
    double room = Math.max(1, area.getWidth() * area.getHeight()) / Math.max(1, drawn.size());
    return (int) Math.round(Math.max(3, Math.min(26, 0.42 * Math.sqrt(room))));
  }

  /** The individual drawn at a point, as its number among those drawn; -1 for none. */
  int at(double pointX, double pointY, Rectangle2D area) {
    double reach = diameter(area) / 2.0 + 2;
    double nearest = reach * reach;
    int found = -1;
    for (int at = 0; at < x.length; at++) {
      double dx = x(at, area) - pointX;
      double dy = y(at, area) - pointY;
      if (dx * dx + dy * dy <= nearest) {
        nearest = dx * dx + dy * dy;
        found = at;
      }
    }
    return found;
  }
}
