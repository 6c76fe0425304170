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
 * Several markets, each predicted by a parameter of its own, and each moved by all parameters: in
 * market k, y = mean_k + sum_j matrix_kj theta_j + N(0, deviation^2) (Narang et al. 2022, section
 * 2). An individual's market is the base feature in which it has the greatest value, of equal ones
 * the first: features are one-hot.
 *
 * @param means of markets where all parameters are 0, one for all or a list
 * @param matrix a row for each market, one number for each parameter: how theta moves it
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
    Check.within("deviation", deviation, NOT_NEGATIVE);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    double[] theta = situation.parametric().theta();
    Matrix base = situation.population().baseFeatures();
    Check.sameSize("matrix", matrix.size(), "the features", base.columns());
    Column mean = Column.generate(matrix.size(), k -> mean(k, theta));
    return Drawn.normal(situation, i -> mean.get(market(base, i)), i -> deviation);
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

  private static int market(Matrix base, int individual) {
    int market = 0;
    for (int k = 1; k < base.columns(); k++) {
      if (base.get(individual, k) > base.get(individual, market)) {
        market = k;
      }
    }
    return market;
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
