package org.sibyl.experiment.sweep;

import java.util.List;
import org.sibyl.experiment.Text;

/**
 * The mean of independent numbers with Student's 95 % interval.
 *
 * @param count how many numbers are defined
 * @param mean their mean; NaN for none
 * @param deviation their standard deviation, with count - 1; NaN for fewer than two
 * @param low lower end of the interval; NaN for fewer than two
 * @param high upper end of the interval; NaN for fewer than two
 */
public record Estimate(int count, double mean, double deviation, double low, double high) {
  /** Count, mean, deviation and interval as cells of a table. */
  List<String> cells() {
    return List.of(
        Integer.toString(count),
        Text.number(mean),
        Text.number(deviation),
        Text.number(low),
        Text.number(high));
  }
}
