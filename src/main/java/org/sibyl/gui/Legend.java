package org.sibyl.gui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import org.sibyl.behavior.Game;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;
import sim.portrayal.Portrayal;
import sim.portrayal.simple.RectanglePortrayal2D;
import sim.util.Bag;

/** What the colors mean, the round and the scenario's name, above and below the network. */
final class Legend extends FieldPortrayal2D {
  private static final int EDGE = 18;
  private static final int BAR = 150;
  private static final int DISC = 15;

  private final Laboratory laboratory;
  private final Stage stage;

  Legend(Laboratory laboratory, Stage stage) {
    this.laboratory = laboratory;
    this.stage = stage;
    setField(stage);
  }

  @Override
  public void draw(Object field, Graphics2D graphics, DrawInfo2D info) {
    Rectangle shown = info.clip.getBounds();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    title(graphics, shown);
    int bottom = shown.y + shown.height - 44;
    paper(graphics, new Rectangle(shown.x, bottom, shown.width, 44));
    actions(graphics, shown.x + EDGE, bottom + 14);
    fill(graphics, shown.x + shown.width - EDGE, bottom + 14);
  }

  private void title(Graphics2D graphics, Rectangle shown) {
    paper(graphics, new Rectangle(shown.x, shown.y, shown.width, 42));
    graphics.setColor(Palette.INK);
    graphics.setFont(Palette.font(Font.PLAIN, 14));
    int room =
        right(graphics, stage.counter(), shown.x + shown.width - EDGE, shown.y + 26) - 2 * EDGE;
    graphics.setFont(Palette.font(Font.BOLD, 16));
    String name = shortened(laboratory.scenario().scenario().name(), room - shown.x, graphics);
    graphics.drawString(name, shown.x + EDGE, shown.y + 26);
    String note = stage.scene().drawn().note();
    if (!note.isEmpty()) {
      graphics.setColor(Palette.MUTED);
      graphics.setFont(Palette.font(Font.ITALIC, 12));
      graphics.drawString(note, shown.x + EDGE, shown.y + 44);
    }
  }

  private void actions(Graphics2D graphics, int x, int y) {
    boolean isGame = laboratory.scenario().scenario().outcome() instanceof Game;
    int at = action(graphics, x, y, Palette.ONE, isGame ? "cooperates" : "action 1");
    at = action(graphics, at, y, Palette.ZERO, isGame ? "defects" : "action 0");
    action(graphics, at, y, Palette.OTHER, isGame ? "not yet" : "other");
  }

  private static int action(Graphics2D graphics, int x, int y, Color color, String name) {
    graphics.setColor(color);
    graphics.fillOval(x, y, DISC, DISC);
    graphics.setColor(Palette.PAPER);
    graphics.fillOval(x + 3, y + 3, DISC - 6, DISC - 6);
    graphics.setColor(Palette.INK);
    graphics.setFont(Palette.font(Font.PLAIN, 13));
    graphics.drawString(name, x + DISC + 6, y + 12);
    return x + DISC + 6 + graphics.getFontMetrics().stringWidth(name) + 18;
  }

  private void fill(Graphics2D graphics, int right, int y) {
    Variable fill = stage.fill();
    graphics.setFont(Palette.font(Font.PLAIN, 13));
    graphics.setColor(Palette.INK);
    int at = right(graphics, Figure.of(fill.high()), right, y + 12) - 8;
    double step = (double) BAR / Palette.STEPS;
    for (int k = 0; k < Palette.STEPS; k++) {
      graphics.setColor(Palette.scale(k));
      int from = at - BAR + (int) (k * step);
      graphics.fillRect(from, y, at - BAR + (int) ((k + 1) * step) - from, DISC);
    }
    graphics.setColor(Palette.MUTED);
    graphics.drawRect(at - BAR, y, BAR, DISC);
    graphics.setColor(Palette.INK);
    at = right(graphics, Figure.of(fill.low()), at - BAR - 8, y + 12);
    graphics.setFont(Palette.font(Font.BOLD, 13));
    right(graphics, fill.name(), at - 12, y + 12);
  }

  private static String shortened(String name, int room, Graphics2D graphics) {
    if (graphics.getFontMetrics().stringWidth(name) <= room) {
      return name;
    }
    int kept = name.length();
    while (kept > 0
        && graphics.getFontMetrics().stringWidth(name.substring(0, kept) + "...") > room) {
      kept--;
    }
    return name.substring(0, kept) + "...";
  }

  /** Writes flush right and returns where the text begins. */
  private static int right(Graphics2D graphics, String text, int right, int y) {
    int x = right - graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, x, y);
    return x;
  }

  private static void paper(Graphics2D graphics, Rectangle place) {
    graphics.setColor(
        new Color(Palette.PAPER.getRed(), Palette.PAPER.getGreen(), Palette.PAPER.getBlue(), 225));
    graphics.fill(place);
  }

  @Override
  public void hitObjects(DrawInfo2D range, Bag found) {
    // nothing in a legend can be inspected
  }

  @Override
  public Portrayal getDefaultPortrayal() {
    return new RectanglePortrayal2D();
  }
}
