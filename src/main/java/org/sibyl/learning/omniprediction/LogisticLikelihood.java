package org.sibyl.learning.omniprediction;

import java.util.Optional;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.LogisticTerms;

/** The mean negative log-likelihood of a logistic model in its weights, with its penalty. */
final class LogisticLikelihood implements SmoothFunction {
  private final Matrix design; // entries x terms
  private final Column weights; // of entries, sum 1
  private final Column targets;
  private final double penalty;

  private LogisticLikelihood(Matrix design, Column weights, Column targets, double penalty) {
    this.design = design;
    this.weights = weights;
    this.targets = targets;
    this.penalty = penalty;
  }

  static LogisticLikelihood of(LogisticTerms terms, double penalty, Evidence evidence) {
    Check.sameSize("terms", terms.decisions(), "the list of decisions", evidence.decisions());
    int columns = evidence.features().columns();
    terms.check(columns);
    int size = terms.size(columns);
    double[] row = new double[columns];
    double[] put = new double[size];
    double[] design = new double[evidence.entries() * size];
    double total = 0;
    for (int i = 0; i < evidence.size(); i++) {
      evidence.features().copyRow(i, row);
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        terms.put(row, evidence.decision(entry), put);
        System.arraycopy(put, 0, design, entry * size, size);
        total += evidence.weight(entry);
      }
    }
    double sum = total;
    return new LogisticLikelihood(
        Matrix.of(evidence.entries(), size, design),
        Column.generate(evidence.entries(), entry -> evidence.weight(entry) / sum),
        Column.generate(evidence.entries(), evidence::target),
        penalty);
  }

  int size() {
    return design.columns();
  }

  @Override
  public double value(double[] theta) {
    Column logOdds = design.times(theta);
    double sum = 0;
    for (int k = 0; k < logOdds.size(); k++) {
      double z = logOdds.get(k);
      double softplus = StrictMath.max(z, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(z)));
      sum += weights.get(k) * (softplus - targets.get(k) * z);
    }
    for (int k = 1; k < theta.length; k++) {
      sum += penalty / 2 * theta[k] * theta[k];
    }
    return sum;
  }

  @Override
  public double[] gradient(double[] theta) {
    Column logOdds = design.times(theta);
    double[] gradient = new double[theta.length];
    design.addTransposedTimes(
        Column.generate(
            logOdds.size(),
            k -> weights.get(k) * (LogOdds.probability(logOdds.get(k)) - targets.get(k))),
        gradient);
    for (int k = 1; k < theta.length; k++) {
      gradient[k] += penalty * theta[k];
    }
    return gradient;
  }

  @Override
  public Optional<Matrix> hessian(double[] theta) {
    Column logOdds = design.times(theta);
    Matrix gram =
        design.gram(
            Column.generate(
                logOdds.size(),
                k -> {
                  double p = LogOdds.probability(logOdds.get(k));
                  return weights.get(k) * p * (1 - p);
                }));
    double[] entries = gram.toArray();
    for (int k = 1; k < theta.length; k++) {
      entries[k * theta.length + k] += penalty;
    }
    return Optional.of(Matrix.of(theta.length, theta.length, entries));
  }
}
