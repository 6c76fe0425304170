package org.sibyl.numeric;

/** Draws one of several places, each as likely as its weight says. */
public final class Lottery {
  private Lottery() {}

  /**
   * The first place where weights add up to more than a number; if rounding leaves none, the last
   * of a weight above 0, so that nobody is left out. A place of weight 0 is never drawn.
   *
   * @param number a uniform one from 0 to the sum of weights
   * @param weights at least 0, one of them above
   */
  public static int place(double number, double... weights) {
    double above = number;
    int last = 0;
    for (int place = 0; place < weights.length; place++) {
      if (weights[place] > 0) {
        last = place;
        above -= weights[place];
        if (above < 0) {
          return place;
        }
      }
    }
    return last;
  }
}
