package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A logistic model of outcomes: the log-odds are a weighted sum of terms of person and decision.
 *
 * @param terms that are added up
 * @param theta their weights
 */
@About("a logistic model: the log-odds are a weighted sum of terms of person and decision")
public record LogisticOutcomes(
    @Parameter("what is added up") LogisticTerms terms,
    @Parameter("the weight of each term") List<Double> theta)
    implements OutcomeModel {
  public LogisticOutcomes {
    theta = Places.within("theta", theta, Range.FINITE);
  }

  @Override
  public int decisions() {
    return terms.decisions();
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    double[] row = new double[terms.size(features.length)];
    Check.sameSize("theta", theta.size(), "the list of terms", row.length);
    for (int decision = 0; decision < into.length; decision++) {
      terms.put(features, decision, row);
      double sum = 0;
      for (int k = 0; k < row.length; k++) {
        sum += theta.get(k) * row[k];
      }
      into[decision] = LogOdds.probability(sum);
    }
  }

  @Override
  public void check(int features) {
    terms.check(features);
    Check.sameSize("theta", theta.size(), "the list of terms", terms.size(features));
  }
}
