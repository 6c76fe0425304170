package org.sibyl.learning.omniprediction.auditor;

/**
 * The order of numbers, by a radix sort of their bits (least significant digit first): equal
 * numbers stay as they were. It takes six passes, and no objects, for any number of numbers.
 */
final class NumberOrder {
  private static final int BITS = 11;
  private static final int DIGITS = 1 << BITS;

  private NumberOrder() {}

  /** The indices of these numbers, the lowest number first. None may be NaN; 0 comes after -0. */
  static int[] of(double... numbers) {
    long[] keys = new long[numbers.length];
    int[] order = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      keys[i] = key(numbers[i]);
      order[i] = i;
    }
    long[] spareKeys = new long[keys.length];
    int[] spareOrder = new int[keys.length];
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      int[] starts = starts(keys, shift);
      if (starts.length == 0) {
        continue; // all have the same digit
      }
      for (int i = 0; i < keys.length; i++) {
        int place = starts[digit(keys[i], shift)]++;
        spareKeys[place] = keys[i];
        spareOrder[place] = order[i];
      }
      long[] sortedKeys = spareKeys;
      spareKeys = keys;
      keys = sortedKeys;
      int[] sorted = spareOrder;
      spareOrder = order;
      order = sorted;
    }
    return order;
  }

  /** Bits that, without a sign, are in the order of numbers. */
  private static long key(double number) {
    long bits = Double.doubleToRawLongBits(number);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & DIGITS - 1;
  }

  /** Where the numbers with each digit go; empty when all have the same. */
  private static int[] starts(long[] keys, int shift) {
    int[] counts = new int[DIGITS];
    for (long key : keys) {
      counts[digit(key, shift)]++;
    }
    int start = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = counts[digit];
      if (count == keys.length) {
        return new int[0];
      }
      counts[digit] = start;
      start += count;
    }
    return counts;
  }
}
