package org.sibyl.learning.omniprediction.auditor;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.LinearMulticlass;

/**
 * Fits the cost of each decision by a linear function of the features, and decides what then costs
 * least. Not exact: it fits costs, not decisions. On a log, costs of decisions not taken are 0 and
 * weights make up for it, so that the fit estimates the mean cost. The table of squares is made and
 * decomposed once; a search takes time O(n d).
 *
 * @param ridge what squared weights, but for the intercept's, add to the mean squared error; above
 *     0
 */
@About("a linear fit of each decision's cost; the least of them decides")
public record RegressionArgmin(
    @Parameter(
            value = "what squared weights add to the mean squared error",
            range = "(0, inf)",
            byDefault = "0.000001")
        double ridge)
    implements Auditor {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public RegressionArgmin {
    Check.within("ridge", ridge, POSITIVE);
  }

  @Override
  public Search on(Matrix features, int decisions) {
    return search(features, Column.constant(features.rows(), 1.0 / features.rows()));
  }

  /** Weighs points by how many people they are. */
  @Override
  public Search on(Evidence evidence) {
    return search(evidence.features(), Column.generate(evidence.size(), evidence::mass));
  }

  private Search search(Matrix features, Column mass) {
    LinearSolverDense<DMatrixRMaj> solver =
        LinearSolverFactory_DDRM.symmPosDef(features.columns() + 1);
    if (!solver.setA(squares(features, mass))) {
      throw new IllegalArgumentException(
          "ridge: " + ridge + " is too small for these features. Give more.");
    }
    return costs -> fitted(features, costs, solver);
  }

  /** Mean products of features and 1, with the ridge on the diagonal. */
  private DMatrixRMaj squares(Matrix features, Column mass) {
    int columns = features.columns();
    Matrix gram = features.gram(mass);
    double[] sums = new double[columns];
    features.addTransposedTimes(mass, sums);
    DMatrixRMaj squares = new DMatrixRMaj(columns + 1, columns + 1);
    for (int k = 0; k < columns; k++) {
      for (int m = 0; m < columns; m++) {
        squares.set(k, m, gram.get(k, m));
      }
      squares.set(k, columns, sums[k]);
      squares.set(columns, k, sums[k]);
      squares.add(k, k, ridge);
    }
    squares.set(columns, columns, mass.sum());
    return squares;
  }

  private static DecisionRule fitted(
      Matrix features, Costs costs, LinearSolverDense<DMatrixRMaj> solver) {
    DMatrixRMaj products = products(features, costs);
    DMatrixRMaj weights = new DMatrixRMaj(products.numRows, products.numCols);
    solver.solve(products, weights);
    List<Values> ofDecisions = new ArrayList<>();
    for (int decision = 0; decision < costs.decisions(); decision++) {
      double[] each = new double[weights.numRows];
      for (int k = 0; k < each.length; k++) {
        each[k] = weights.get(k, decision);
      }
      ofDecisions.add(Values.each(each));
    }
    return new LinearMulticlass(ofDecisions);
  }

  /** Costs times features, and costs: one row for each weight, one column for each decision. */
  private static DMatrixRMaj products(Matrix features, Costs costs) {
    DMatrixRMaj products = new DMatrixRMaj(features.columns() + 1, costs.decisions());
    Evidence evidence = costs.evidence();
    double[] row = new double[features.columns() + 1];
    row[features.columns()] = 1;
    for (int i = 0; i < costs.size(); i++) {
      features.copyRow(i, row);
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        for (int k = 0; k < row.length; k++) {
          products.add(k, evidence.decision(entry), costs.ofEntry(entry) * row[k]);
        }
      }
    }
    return products;
  }

  @Override
  public boolean isExact() {
    return false;
  }

  /** Infinite: weights are any numbers. */
  @Override
  public double size(Matrix features, int decisions) {
    return Double.POSITIVE_INFINITY;
  }
}
