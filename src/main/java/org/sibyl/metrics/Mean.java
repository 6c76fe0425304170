package org.sibyl.metrics;

import java.util.Locale;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * The mean over individuals of what came of a round, of what they did, or of what was predicted;
 * for labels and actions 0 and 1 a share of people. NaN when one of them has no such number.
 *
 * @param of what it is taken of
 */
@About("mean of labels, actions or predictions; a share of people where these are 0 and 1")
public record Mean(@Parameter(value = "what the mean is taken of", byDefault = "label") Averaged of)
    implements Metric {
  @Override
  public String name() {
    return "mean-" + of.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String unit() {
    return "unit of the " + of.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    Column column =
        switch (of) {
          case LABEL -> round.outcomes().labels();
          case ACTION -> round.response().actions();
          case PREDICTION -> round.deployment().predictions();
        };
    return column.mean();
  }
}
