package org.sibyl.gui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** All edges as one image, painted again only when they move. */
final class EdgeLayer {
  /** More edges than this are painted without smoothing. */
  private static final int MOST_SMOOTH = 20_000;

  private @Nullable BufferedImage image;
  private @Nullable Scene of;
  private Rectangle2D area = new Rectangle();
  private Rectangle part = new Rectangle();

  /** Draws the edges of a scene in an area of the screen, as far as they show in the part. */
  void draw(Graphics2D graphics, Scene scene, Rectangle2D wholeArea, Rectangle shown) {
    BufferedImage ready = image;
    if (ready == null || of != scene || !area.equals(wholeArea) || !part.equals(shown)) {
      ready = paint(scene, wholeArea, shown);
      image = ready;
      of = scene;
      area = (Rectangle2D) wholeArea.clone();
      part = new Rectangle(shown);
    }
    graphics.drawImage(ready, shown.x, shown.y, null);
  }

  private static BufferedImage paint(Scene scene, Rectangle2D area, Rectangle shown) {
    BufferedImage image =
        new BufferedImage(
            Math.max(1, shown.width), Math.max(1, shown.height), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.translate(-shown.x, -shown.y);
    boolean smooth = scene.drawn().edges() <= MOST_SMOOTH;
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setStroke(new BasicStroke(scene.diameter(area) >= 12 ? 1.4f : 1f));
    graphics.setColor(color(scene, shown));
    Line2D.Float line = new Line2D.Float();
    for (int e = 0; e < scene.drawn().edges(); e++) {
      int source = scene.drawn().source(e);
      int target = scene.drawn().target(e);
      line.setLine(
          scene.x(source, area),
          scene.y(source, area),
          scene.x(target, area),
          scene.y(target, area));
      if (line.intersects(shown)) {
        graphics.draw(line);
      }
    }
    graphics.dispose();
    return image;
  }

  /** The more edges, the fainter, so that structure shows. */
  private static Color color(Scene scene, Rectangle shown) {
    double crowding = scene.drawn().edges() / Math.max(1.0, shown.width * 4.0);
    int alpha = (int) Math.max(36, Math.min(255, 255 / Math.max(1, crowding)));
    Color edge = Palette.EDGE;
    return new Color(edge.getRed(), edge.getGreen(), edge.getBlue(), alpha);
  }
}
