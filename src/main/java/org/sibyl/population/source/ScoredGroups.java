package org.sibyl.population.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Lottery;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People of several groups, each with a law of its own for a score that has few levels (the credit
 * clusters of D'Amour et al. 2020). Features are the score, then one column for each group that is
 * 1 for its members and 0 for others, then a constant, the last two as asked for. Everyone's label
 * is 1: who repays is up to the outcome.
 *
 * <p>Group and score of a person are drawn in turn, whatever the parameters, so that changing a
 * weight moves people but does not draw others.
 *
 * @param levels the scores there are
 * @param weights for each group, how many of its members have each level; relative, at least 0
 * @param sizes of groups, one for all or one each; relative, above 0
 * @param groupColumns whether the groups are features
 * @param bias whether a feature that is always 1 is appended
 */
@About(
    value = "people of several groups, whose scores have few levels",
    source = "D'Amour et al. 2020",
    draws = Draw.FEATURES)
public record ScoredGroups(
    @Parameter(value = "the scores there are", range = "(-inf, inf)") Values levels,
    @Parameter("a list for each group: how many of its members have each level, relative")
        List<Values> weights,
    @Parameter(
            value = "relative sizes of the groups, one for all or a list",
            range = "(0, inf)",
            byDefault = "1")
        Values sizes,
    @Parameter(value = "append a column for each group, 1 for its members", byDefault = "true")
        boolean groupColumns,
    @Parameter(value = "append a last feature that is always 1", byDefault = "false") boolean bias)
    implements FeatureSource {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public ScoredGroups {
    levels.within("levels", Range.FINITE);
    Check.atLeast("weights", weights.size(), 1);
    weights = List.copyOf(weights);
    shares("sizes", sizes.within("sizes", POSITIVE), weights.size());
    for (int group = 0; group < weights.size(); group++) {
      shares("weights[" + group + "]", weights.get(group), levels.given().length);
    }
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    double[] ofGroups = shares("sizes", sizes, weights.size()).toArray();
    List<double[]> ofLevels = new ArrayList<>();
    for (Values of : weights) {
      ofLevels.add(shares("weights", of, levels.given().length).toArray());
    }
    double[] known = levels.given();
    int[] groups = new int[size];
    double[] scores = new double[size];
    for (int i = 0; i < size; i++) {
      groups[i] = Lottery.place(random.nextDouble(), ofGroups);
      scores[i] = known[Lottery.place(random.nextDouble(), ofLevels.get(groups[i]))];
    }
    return Features.sample(columns(scores, groups), bias, Features.ones(size));
  }

  private List<Column> columns(double[] scores, int... groups) {
    List<Column> columns = new ArrayList<>(List.of(Column.owning(scores)));
    for (int k = 0; groupColumns && k < weights.size(); k++) {
      int group = k;
      columns.add(Column.generate(groups.length, i -> groups[i] == group ? 1 : 0));
    }
    return columns;
  }

  /** Relative numbers as shares that sum to 1. */
  private static Column shares(String name, Values relative, int count) {
    if (!relative.isOne()) {
      Check.sameSize(
          name, relative.given().length, name.equals("sizes") ? "weights" : "levels", count);
    }
    Column given = relative.within(name, NOT_NEGATIVE).column(name, count);
    double sum = given.sum();
    if (!(sum > 0 && Double.isFinite(sum))) {
      throw Check.invalid(name, relative.toString(), "must have a sum above 0");
    }
    return Column.generate(count, k -> given.get(k) / sum);
  }
}
