package org.sibyl.learning.neural;

/**
 * What layers compute with: flat row-major arrays of numbers in one precision, so that the layers
 * trained in single precision are tested in double. Sizes are given, since arrays may be longer
 * than what they hold. All sums run in an order that depends on the sizes alone.
 *
 * @param <A> an array of numbers
 */
interface Arithmetic<A> {
  /** An array of so many zeros. */
  A zeros(int size);

  double get(A numbers, int index);

  void set(A numbers, int index, double value);

  /** The first numbers become 0. */
  void clear(A numbers, int size);

  /** a b, where a is rows x inner and b is inner x columns. */
  void multiply(int rows, int inner, int columns, A a, A b, A product);

  /** The transpose of a times b, where a is inner x rows and b is inner x columns. */
  void multiplyTransposed(int rows, int inner, int columns, A a, A b, A product);

  /** a times the transpose of b, where a is rows x inner and b is columns x inner. */
  void multiplyByTransposed(int rows, int inner, int columns, A a, A b, A product);

  /** The transpose of what is rows x columns. */
  void transpose(int rows, int columns, A from, A into);

  /** Adds the same row to each of the rows. */
  void addToEach(int rows, int columns, A row, A into);

  /** The sum of the rows. */
  void sumRows(int rows, int columns, A from, A sum);

  /** Adds so many numbers from one place, times a factor, to those at another. */
  void addScaled(int size, double factor, A from, int fromStart, A into, int intoStart);

  /** Negative numbers become 0. */
  void rectify(int size, A values);

  /** Slopes become 0 where the values are not above 0. */
  void gate(int size, A values, A slopes);

  /** Values times factors, one by one. */
  void scale(int size, A factors, A values);
}
