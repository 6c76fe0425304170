package org.sibyl.experiment.replay;

import java.util.Base64;

/** Whole numbers as base64 text, the least significant byte first. */
final class Packed {
  private Packed() {}

  /** Numbers in 0..255, a byte each. */
  static String bytes(int... numbers) {
    byte[] bytes = new byte[numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      bytes[k] = (byte) numbers[k];
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Numbers in 0..65535, two bytes each. */
  static String pairs(int... numbers) {
    byte[] bytes = new byte[2 * numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      bytes[2 * k] = (byte) numbers[k];
      bytes[2 * k + 1] = (byte) (numbers[k] >> 8);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** How many bytes a text stands for. */
  static int length(String text) {
    return Base64.getDecoder().decode(text).length;
  }
}
