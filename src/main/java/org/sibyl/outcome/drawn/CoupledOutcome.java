package org.sibyl.outcome.drawn;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.ShiftGradient;

/**
 * Several markets, each predicted by parameters of its own, and each moved by all parameters: in
 * market k, y = mean_k + weights . x + sum_j matrix_kj theta_j + N(0, deviation^2) (Narang et al.
 * 2022, section 2). Base features come in blocks of the same size, one for each market, and an
 * individual's market is the block in which it has the greatest absolute value, of equal ones the
 * first: features are one-hot, or blocks that are 0 but for one.
 *
 * @param means of markets where all parameters are 0, one for all or a list
 * @param matrix a row for each market, one number for each parameter: how theta moves it
 * @param weights of base features, one for all or one each
 * @param deviation standard deviation of the noise, at least 0
 */
@About(
    value = "several markets, each moved by the parameters of all predictors",
    source = "Narang et al. 2022, section 2",
    draws = Draw.NATURE)
public record CoupledOutcome(
    @Parameter(
            value = "means of markets where all parameters are 0, one for all or a list",
            range = "(-inf, inf)")
        Values means,
    @Parameter("a row for each market with one number for each parameter") List<Values> matrix,
    @Parameter(
            value = "of base features, one for all or a list with one each",
            range = "(-inf, inf)",
            byDefault = "0")
        Values weights,
    @Parameter(value = "standard deviation of the noise", range = "[0, inf)", byDefault = "1")
        double deviation)
    implements Nature, Shifting {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public CoupledOutcome {
    Check.atLeast("matrix", matrix.size(), 1);
    matrix = List.copyOf(matrix);
    means.within("means", Range.FINITE).column("means", matrix.size());
    for (int k = 0; k < matrix.size(); k++) {
      matrix.get(k).within("matrix[" + k + "]", Range.FINITE);
    }
    weights.within("weights", Range.FINITE);
    Check.within("deviation", deviation, NOT_NEGATIVE);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    double[] theta = situation.parametric().theta();
    Matrix base = situation.population().baseFeatures();
    checkBlocks(base);
    Column mean = Column.generate(matrix.size(), k -> mean(k, theta));
    Column weighted = base.times(weights.column("weights", base.columns()).toArray());
    return Drawn.normal(
        situation, i -> mean.get(market(base, i)) + weighted.get(i), i -> deviation);
  }

  private void checkBlocks(Matrix base) {
    if (base.columns() % matrix.size() != 0) {
      throw Check.invalid(
          "matrix",
          matrix.size() + " rows",
          "must divide the " + base.columns() + " features into one block for each market");
    }
  }

  private double mean(int market, double... theta) {
    Column row = row(market, theta.length);
    double mean = means.column("means", matrix.size()).get(market);
    for (int j = 0; j < theta.length; j++) {
      mean += row.get(j) * theta[j];
    }
    return mean;
  }

  private Column row(int market, int parameters) {
    return matrix.get(market).column("matrix[" + market + "]", parameters);
  }

  private int market(Matrix base, int individual) {
    return base.dominantColumn(individual) / (base.columns() / matrix.size());
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    Matrix base = situation.population().baseFeatures();
    return Optional.of(
        (deployed, cohort, featureSlopes, outcomeSlopes, into) -> {
          for (int at = 0; at < outcomeSlopes.size(); at++) {
            Column row = row(market(base, cohort.individuals()[at]), into.length);
            for (int j = 0; j < into.length; j++) {
              into[j] += outcomeSlopes.get(at) * row.get(j);
            }
          }
        });
  }
}
