package org.sibyl.prediction.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Probabilities that are written down, for each kind of person.
 *
 * @param rows one for each kind; kept in the order of their features
 */
@About("probabilities that are written down, for each kind of person")
public record OutcomeTable(@Parameter("a row for each kind of person") List<Row> rows)
    implements OutcomeModel {
  private static final Comparator<List<Double>> BY_FEATURES = OutcomeTable::compare;

  /**
   * A kind of person and its probabilities.
   *
   * @param features all of them
   * @param probabilities that the outcome is 1, one for each decision
   */
  public record Row(
      @Parameter("the features, all of them") List<Double> features,
      @Parameter("P(y = 1) under each decision, in [0, 1]") List<Double> probabilities) {
    public Row {
      features = Places.within("features", features, Range.FINITE);
      probabilities = Places.within("probabilities", probabilities, Range.PROBABILITY);
    }
  }

  public OutcomeTable {
    Check.atLeast("rows", rows.size(), 1);
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Row::features, BY_FEATURES));
    for (int k = 0; k < sorted.size(); k++) {
      Row row = sorted.get(k);
      Check.sameSize(
          "probabilities", row.probabilities().size(), "the first row", width(sorted.get(0)));
      Check.sameSize(
          "features", row.features().size(), "the first row", sorted.get(0).features().size());
      if (k > 0 && compare(row.features(), sorted.get(k - 1).features()) == 0) {
        throw Check.invalid("rows", "features " + row.features(), "must be given only once");
      }
    }
    rows = List.copyOf(sorted);
  }

  private static int width(Row row) {
    return row.probabilities().size();
  }

  private static int compare(List<Double> one, List<Double> other) {
    for (int k = 0; k < one.size() && k < other.size(); k++) {
      int order = Double.compare(one.get(k) + 0.0, other.get(k) + 0.0); // -0 is 0
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  @Override
  public int decisions() {
    return width(rows.get(0));
  }

  /**
   * The probabilities of a row.
   *
   * @throws IllegalArgumentException when there is no row for such a person
   */
  @Override
  public void probabilities(double[] features, double[] into) {
    List<Double> row = find(features).probabilities();
    for (int decision = 0; decision < into.length; decision++) {
      into[decision] = row.get(decision);
    }
  }

  private Row find(double[] features) {
    List<Double> sought = new ArrayList<>(features.length);
    for (double feature : features) {
      sought.add(feature);
    }
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(rows.get(middle).features(), sought);
      if (order == 0) {
        return rows.get(middle);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    throw Check.invalid("rows", "none", "is for features " + sought + ". Add one");
  }

  @Override
  public void check(int features) {
    Check.sameSize("rows", rows.get(0).features().size(), "the list of features", features);
  }
}
