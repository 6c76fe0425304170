package org.sibyl.prediction.decision;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * All rules with up to two cuts, of one feature or of two: {@link Stumps} and all {@link TwoCuts}
 * that need both their cuts, so no rule comes twice. For k decisions these are k (k - 1)^2 for each
 * two cuts of a feature, and k^4 - 2 k^2 + k for each cut of one feature with each of another.
 *
 * @param features that are cut, from 0
 * @param cuts of each, ascending
 */
@About("all rules with up to two cuts, of one feature or of two")
public record StumpPairs(
    @Parameter("the features that are cut, from 0") List<Integer> features,
    @Parameter("where each is cut, ascending") List<Double> cuts)
    implements RuleClass {
  /** More rules than this are not listed. */
  public static final long MOST = 100_000;

  public StumpPairs {
    features = Places.features("features", features);
    cuts = Places.ascending("cuts", cuts);
  }

  @Override
  public List<DecisionRule> rules(int decisions) {
    Places.listable(size(decisions), MOST, "Give fewer cuts or features");
    List<DecisionRule> rules = new ArrayList<>(new Stumps(features, cuts).rules(decisions));
    for (int first = 0; first < features.size(); first++) {
      addOfOne(rules, features.get(first), decisions);
      for (int second = first + 1; second < features.size(); second++) {
        addOfTwo(rules, features.get(first), features.get(second), decisions);
      }
    }
    return rules;
  }

  private void addOfOne(List<DecisionRule> rules, int feature, int decisions) {
    for (int low = 0; low < cuts.size(); low++) {
      for (int high = low + 1; high < cuts.size(); high++) {
        for (int code = 0; code < decisions * decisions * decisions; code++) {
          int a = code / (decisions * decisions);
          int b = code / decisions % decisions;
          int c = code % decisions;
          if (a != b && b != c) {
            // nobody reaches the high cut but not the low one
            rules.add(new TwoCuts(feature, cuts.get(low), feature, cuts.get(high), a, b, a, c));
          }
        }
      }
    }
  }

  private void addOfTwo(List<DecisionRule> rules, int first, int second, int decisions) {
    for (double firstCut : cuts) {
      for (double secondCut : cuts) {
        addOfTwo(rules, new TwoCuts(first, firstCut, second, secondCut, 0, 0, 0, 0), decisions);
      }
    }
  }

  private static void addOfTwo(List<DecisionRule> rules, TwoCuts at, int decisions) {
    int square = decisions * decisions;
    for (int code = 0; code < square * square; code++) {
      int below = code / square; // what is decided below the first cut: by the second, two digits
      int from = code % square;
      int neither = below / decisions;
      int onlySecond = below % decisions;
      int onlyFirst = from / decisions;
      int both = from % decisions;
      boolean needsSecond = neither != onlySecond || onlyFirst != both;
      if (below != from && needsSecond) {
        rules.add(
            new TwoCuts(
                at.first(),
                at.firstCut(),
                at.second(),
                at.secondCut(),
                neither,
                onlyFirst,
                onlySecond,
                both));
      }
    }
  }

  @Override
  public long size(int decisions) {
    Check.atLeast("decisions", decisions, 1);
    double k = decisions;
    double f = features.size();
    double c = cuts.size();
    double ofOne = f * c * (c - 1) / 2 * k * (k - 1) * (k - 1);
    double ofTwo = f * (f - 1) / 2 * c * c * (k * k * k * k - 2 * k * k + k);
    return new Stumps(features, cuts).size(decisions) + (long) ofOne + (long) ofTwo;
  }
}
