package org.sibyl.prediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Range;

/**
 * Forecasts that tell everyone in a block of individuals the same probability.
 *
 * @param blocks the number of everyone's block, from 0
 * @param dimension how many blocks there are, at least 1
 */
public record BlockForecasts(Column blocks, int dimension) implements HypothesisClass {
  public BlockForecasts {
    Check.atLeast("blocks", dimension, 1);
    for (int i = 0; i < blocks.size(); i++) {
      if (!(blocks.get(i) >= 0 && blocks.get(i) < dimension)) {
        throw Check.invalid(
            "blocks[" + i + "]", Double.toString(blocks.get(i)), "must lie below " + dimension);
      }
    }
  }

  /** One block of everyone. */
  public static BlockForecasts ofAll(int size) {
    return new BlockForecasts(Column.constant(size, 0), 1);
  }

  @Override
  public Model model(double... theta) {
    Check.sameSize("theta", theta.length, "the blocks", dimension);
    return new Forecast(Column.generate(blocks.size(), i -> theta[(int) blocks.get(i)]));
  }

  @Override
  public Range range(int parameter) {
    return Range.PROBABILITY;
  }

  /** The mean of a column in each block: the parameters that are nearest to it. */
  public double[] means(Column column) {
    double[] sums = new double[dimension];
    int[] counts = new int[dimension];
    for (int i = 0; i < column.size(); i++) {
      sums[(int) blocks.get(i)] += column.get(i);
      counts[(int) blocks.get(i)]++;
    }
    for (int block = 0; block < dimension; block++) {
      sums[block] /= counts[block];
    }
    return sums;
  }
}
