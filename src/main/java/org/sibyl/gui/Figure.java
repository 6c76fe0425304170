package org.sibyl.gui;

import java.util.Locale;

/** A number as people read it: four significant digits, thousands grouped, "none" for NaN. */
final class Figure {
  private static final int DIGITS = 4;

  private Figure() {}

  /** The number as text. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "none";
    }
    double size = Math.abs(value);
    if (size < 1e15 && (value == Math.rint(value) || size >= 10_000)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (size < 1e-4 || size >= 1e15) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    int before = (int) Math.floor(Math.log10(size)) + 1;
    int decimals = Math.max(0, DIGITS - before);
    return String.format(Locale.ROOT, "%,." + decimals + "f", value)
        .replaceFirst("(\\.\\d*?)0+$", "$1")
        .replaceFirst("\\.$", "");
  }
}
