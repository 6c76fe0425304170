package org.sibyl.numeric;

import java.util.Locale;

/** Numbers as sentences show them. */
public final class Decimals {
  private Decimals() {}

  /** Five decimals at most, without zeros at the end. */
  public static String shortly(double value) {
    String fixed = String.format(Locale.ROOT, "%.5f", value);
    return fixed.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
