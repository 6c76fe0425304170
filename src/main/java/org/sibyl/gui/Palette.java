package org.sibyl.gui;

import java.awt.Color;
import java.awt.Font;

/**
 * The colors of everything that is drawn. What people do is told by hue, blue and vermilion of
 * Okabe and Ito (2008), which color-blind people tell apart; how much, by lightness of a third hue.
 */
final class Palette {
  static final Color PAPER = new Color(0xFFFFFF);
  static final Color INK = new Color(0x22303C);
  static final Color MUTED = new Color(0x64717D);
  static final Color RULE = new Color(0xE3E7EB);
  static final Color EDGE = new Color(0xC9D0D6);
  static final Color SELECTED = new Color(0x22303C);
  static final Color ONE = new Color(0x0072B2);
  static final Color ZERO = new Color(0xD55E00);
  static final Color OTHER = new Color(0xA7B0B8);
  static final Color NOTHING = new Color(0xEEF0F2);
  static final Color LINE = new Color(0x14746F);

  /** Steps of the scale from low to high. */
  static final int STEPS = 32;

  private static final int[] ANCHORS = {0xF6F9E8, 0xCDE8BE, 0x84C9A0, 0x3A9E8B, 0x17706F, 0x0A4250};
  private static final Color[] SCALE = scale();

  private Palette() {}

  private static Color[] scale() {
    Color[] scale = new Color[STEPS];
    for (int k = 0; k < STEPS; k++) {
      double at = (double) k / (STEPS - 1) * (ANCHORS.length - 1);
      int below = (int) Math.min(at, ANCHORS.length - 2);
      scale[k] = mixed(new Color(ANCHORS[below]), new Color(ANCHORS[below + 1]), at - below);
    }
    return scale;
  }

  private static Color mixed(Color a, Color b, double share) {
    return new Color(
        (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
  }

  /** A step of the scale, 0 the lowest. */
  static Color scale(int step) {
    return SCALE[step];
  }

  /** The color of an action. */
  static Color action(double action) {
    return action == 1 ? ONE : action == 0 ? ZERO : OTHER;
  }

  /** A font of everything drawn. */
  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
