package org.sibyl.numeric;

import java.util.Arrays;

/** A number for everyone, or a list with one number for each individual, as a scenario gives it. */
public final class Values {
  private final double[] given;
  private final boolean one;

  private Values(double[] given, boolean one) {
    this.given = given;
    this.one = one;
  }

  /** The same number for everyone. */
  public static Values all(double value) {
    return new Values(new double[] {value}, true);
  }

  /** One number for each individual; copied. */
  public static Values each(double... values) {
    return new Values(values.clone(), false);
  }

  /** These values, each checked to lie in the range. */
  public Values within(String name, Range range) {
    for (int i = 0; i < given.length; i++) {
      Check.within(one ? name : name + "[" + i + "]", given[i], range);
    }
    return this;
  }

  /**
   * The column for so many individuals.
   *
   * @throws IllegalArgumentException when a list was given and its length differs
   */
  public Column column(String name, int size) {
    if (one) {
      return Column.constant(size, given[0]);
    }
    Check.sameSize(name, given.length, "the population", size);
    return Column.of(given);
  }

  /** Whether one number stands for all. */
  public boolean isOne() {
    return one;
  }

  /** How many numbers were given: 1 when one stands for all. */
  public int size() {
    return given.length;
  }

  /** A given number, from 0. */
  public double get(int place) {
    return given[place];
  }

  /** Copies the given numbers to the first places of an array. */
  public void copyTo(double[] into) {
    System.arraycopy(given, 0, into, 0, given.length);
  }

  /** Compares the given numbers with others, as {@link Arrays#compare(double[], double[])} does. */
  public int compare(double... others) {
    return Arrays.compare(given, others);
  }

  /** The given numbers; a copy, of length 1 when one stands for all. */
  public double[] given() {
    return given.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values v && one == v.one && Arrays.equals(given, v.given);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(given);
  }

  @Override
  public String toString() {
    return one ? Double.toString(given[0]) : Arrays.toString(given);
  }
}
