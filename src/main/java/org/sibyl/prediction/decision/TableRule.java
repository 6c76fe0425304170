package org.sibyl.prediction.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Values;

/**
 * A decision for each kind of person that is listed, and one for all others. Features are compared
 * exactly; 0 and -0 are the same. Looking someone up takes a binary search.
 *
 * @param rows the kinds of people, each once; kept in the order of their features
 * @param otherwise the decision about who is not listed, from 0
 */
@About("a decision for each kind of person that is listed, one for all others")
public record TableRule(
    @Parameter("kinds of people and what is decided about them") List<Row> rows,
    @Parameter(value = "the decision about who is not listed, from 0", range = "[0, inf)")
        int otherwise)
    implements DecisionRule {

  /**
   * A kind of person and what is decided about it.
   *
   * @param features all of them
   * @param decision from 0
   */
  @About("a kind of person and what is decided about it")
  public record Row(
      @Parameter(value = "the features, all of them", range = "[-inf, inf]") Values features,
      @Parameter(value = "the decision, from 0", range = "[0, inf)") int decision) {
    public Row {
      Check.atLeast("decision", decision, 0);
      features = Values.each(plain(features.given()));
    }
  }

  private static final Comparator<Row> ORDER =
      (one, other) -> one.features.compare(other.features.given());

  public TableRule {
    Check.atLeast("otherwise", otherwise, 0);
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(ORDER);
    for (int k = 1; k < sorted.size(); k++) {
      if (ORDER.compare(sorted.get(k - 1), sorted.get(k)) == 0) {
        throw Check.invalid("rows", sorted.get(k).features().toString(), "must be listed once");
      }
    }
    rows = List.copyOf(sorted);
  }

  /** A copy without negative zeros: the sum with 0 is 0. */
  private static double[] plain(double... features) {
    double[] plain = new double[features.length];
    for (int k = 0; k < plain.length; k++) {
      plain[k] = features[k] + 0.0;
    }
    return plain;
  }

  @Override
  public int decide(double[] features) {
    double[] sought = plain(features);
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = rows.get(middle).features.compare(sought);
      if (order == 0) {
        return rows.get(middle).decision;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return otherwise;
  }

  @Override
  public void check(int decisions, int features) {
    Places.decision("otherwise", otherwise, decisions);
    for (Row row : rows) {
      Places.decision("decision", row.decision, decisions);
      Check.sameSize("features", row.features.size(), "people's features", features);
    }
  }
}
