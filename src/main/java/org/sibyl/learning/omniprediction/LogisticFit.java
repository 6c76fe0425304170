package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.Minimum;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.decision.LogisticOutcomes;
import org.sibyl.prediction.decision.LogisticTerms;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * Logistic regression of outcomes on person and decision, the usual way to a model of outcomes: the
 * greatest likelihood of what is known, each entry by its weight, so of all decisions alike.
 *
 * @param terms of the model
 * @param regularization lambda: half of it times the squared weights is added to the mean loss, but
 *     for the constant; at least 0
 */
public record LogisticFit(LogisticTerms terms, double regularization) {
  private static final Range PENALTIES = Range.parse("[0, inf)");

  public LogisticFit {
    Check.within("regularization", regularization, PENALTIES);
  }

  /**
   * The fitted model.
   *
   * @throws DivergenceException when outcomes can be told apart without error, so that no weights
   *     are large enough
   * @throws IllegalArgumentException when the terms do not fit the evidence
   */
  public LogisticOutcomes on(Evidence evidence) {
    LogisticLikelihood likelihood = LogisticLikelihood.of(terms, regularization, evidence);
    Minimiser minimiser = Minimiser.exact();
    Minimum end = minimiser.minimise(likelihood, new Everywhere(), new double[likelihood.size()]);
    if (!end.reached() && end.gradientNorm() <= minimiser.tolerance()) {
      throw new DivergenceException(
          "logistic fit: the weights of terms grow for ever, as where outcomes can be told apart"
              + " without error. Set a regularization above 0, or take fewer terms.");
    }
    List<Double> theta = new ArrayList<>();
    for (double weight : end.theta()) {
      theta.add(weight);
    }
    return new LogisticOutcomes(terms, theta);
  }

  /**
   * The mean cross-entropy of a model, in nats: the mean negative log-likelihood of outcomes by the
   * weights of entries. Infinite where it rules out what has happened.
   */
  public static double crossEntropy(Evidence evidence, OutcomeModel model) {
    double[] row = new double[evidence.features().columns()];
    double[] law = new double[evidence.decisions()];
    double sum = 0;
    double total = 0;
    for (int i = 0; i < evidence.size(); i++) {
      evidence.features().copyRow(i, row);
      model.probabilities(row, law);
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        double target = evidence.target(entry);
        double q = law[evidence.decision(entry)];
        sum += evidence.weight(entry) * (times(target, q) + times(1 - target, 1 - q));
        total += evidence.weight(entry);
      }
    }
    return sum / total;
  }

  private static double times(double share, double probability) {
    return share == 0 ? 0 : -share * StrictMath.log(probability);
  }
}
