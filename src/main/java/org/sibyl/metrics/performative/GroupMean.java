package org.sibyl.metrics.performative;

import java.util.Locale;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * The mean of something over the members of a group: those for whom the group's column of features
 * is 1. NaN where nobody is a member, there is no such column, or somebody has no such number.
 *
 * @param of what is averaged
 * @param group the group's column, from 0
 * @param feature the feature that is averaged, from 0, where it is one
 * @param cutOff who has a prediction of at least this is accepted
 */
@About(
    value = "mean of a feature, of predictions, of labels, or share of the accepted, in a group",
    source = "Liu et al. 2018")
public record GroupMean(
    @Parameter("what is averaged over the group") Quantity of,
    @Parameter(value = "the feature that is 1 for the group's members, from 0", range = "[0, inf)")
        int group,
    @Parameter(value = "which feature is averaged, from 0", range = "[0, inf)", byDefault = "0")
        int feature,
    @Parameter(
            value = "a prediction of at least this is accepted",
            range = "(-inf, inf)",
            byDefault = "0.5")
        double cutOff)
    implements Metric {
  /** What can be averaged. */
  public enum Quantity {
    /** A feature as people show it. */
    FEATURE,
    /** What is predicted. */
    PREDICTION,
    /** 1 for who is accepted, else 0: its mean is the approval rate. */
    ACCEPTED,
    /** What came of it, for everyone, accepted or not. */
    LABEL
  }

  public GroupMean {
    Check.atLeast("group", group, 0);
    Check.atLeast("feature", feature, 0);
    Check.finite("cut-off", cutOff);
  }

  @Override
  public String name() {
    String what =
        of.name().toLowerCase(Locale.ROOT) + (of == Quantity.FEATURE ? "-" + feature : "");
    return "group-mean-" + what + "-of-" + group;
  }

  @Override
  public String unit() {
    return of == Quantity.ACCEPTED
        ? "share of the group"
        : "unit of the " + of.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Range range() {
    return of == Quantity.ACCEPTED ? Range.PROBABILITY : Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    Matrix shown = round.response().features();
    if (group >= shown.columns() || of == Quantity.FEATURE && feature >= shown.columns()) {
      return Double.NaN;
    }
    int size = shown.rows();
    double members = Column.generate(size, i -> member(shown, i)).sum();
    double sum =
        Column.generate(size, i -> member(shown, i) == 1 ? value(round, shown, i) : 0).sum();
    return sum / members;
  }

  private double member(Matrix shown, int individual) {
    return shown.get(individual, group) == 1 ? 1 : 0;
  }

  private double value(Round round, Matrix shown, int individual) {
    double prediction = round.deployment().predictions().get(individual);
    return switch (of) {
      case FEATURE -> shown.get(individual, feature);
      case PREDICTION -> prediction;
      case ACCEPTED -> Double.isNaN(prediction) ? Double.NaN : prediction >= cutOff ? 1 : 0;
      case LABEL -> round.outcomes().labels().get(individual);
    };
  }
}
