package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Update;

/**
 * A model at the points of evidence, ready to be audited again and again: between audits only what
 * an update has moved is worked out anew.
 */
final class Examination {
  private final Evidence evidence;
  private final List<DecisionLoss> losses;
  private final AuditSide side;
  private final Optional<Auditor.Search> search; // none: there are no rules
  private final WeightedSlopes slopes;
  private final double[] probabilities; // point after point, k each
  private final int[][] best; // decisions by each loss at each point
  private final BitSet moved = new BitSet(); // points whose best decisions are to be found
  private long searches;

  /** Takes the probabilities over. */
  Examination(
      Evidence evidence,
      List<DecisionLoss> losses,
      Auditor auditor,
      AuditSide side,
      double[] probabilities) {
    evidence.support().requireSeen();
    this.evidence = evidence;
    this.losses = losses;
    this.side = side;
    this.slopes = new WeightedSlopes(evidence, losses);
    boolean empty = auditor.isEmpty(evidence.decisions());
    this.search = empty ? Optional.empty() : Optional.of(auditor.on(evidence));
    this.probabilities = probabilities;
    this.best = new int[losses.size()][evidence.size()];
    moved.set(0, evidence.size());
  }

  /** A full audit. */
  Audit audit() {
    return audit(finding -> false);
  }

  /** An audit that ends with the first finding that is enough. */
  Audit audit(Predicate<Finding> enough) {
    List<Finding> findings = new ArrayList<>();
    if (!rules(findings, enough)) {
      decisions(findings, enough);
    }
    return new Audit(side, findings);
  }

  private boolean rules(List<Finding> findings, Predicate<Finding> enough) {
    if (search.isPresent()) {
      for (int loss = 0; loss < losses.size(); loss++) {
        double[] overrated = overrated(loss);
        if (add(findings, rule(loss, overrated, negative(overrated)), enough)
            || side == AuditSide.TWO_SIDED
                && add(findings, rule(loss, overrated, overrated), enough)) {
          return true;
        }
      }
    }
    return false;
  }

  private void decisions(List<Finding> findings, Predicate<Finding> enough) {
    decide();
    for (int loss = 0; loss < losses.size(); loss++) {
      double error = error(loss, best[loss]);
      if (add(findings, new Finding(loss, Optional.empty(), error), enough)) {
        return;
      }
    }
  }

  private static boolean add(List<Finding> findings, Finding finding, Predicate<Finding> enough) {
    findings.add(finding);
    return enough.test(finding);
  }

  /** The rule whose risk is most overrated by negative costs, most underrated by others. */
  private Finding rule(int loss, double[] overrated, double... costs) {
    searches++;
    DecisionRule rule = search.orElseThrow().cheapest(new Costs(evidence, costs));
    int[] decided = Decided.by(rule, evidence.features(), evidence.decisions());
    return new Finding(loss, Optional.of(rule), error(overrated, decided));
  }

  /** What each entry adds to err. */
  private double[] overrated(int loss) {
    double[] slope = slopes.of(loss);
    double[] overrated = new double[slope.length];
    int decisions = evidence.decisions();
    for (int i = 0; i < evidence.size(); i++) {
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        double q = probabilities[i * decisions + evidence.decision(entry)];
        overrated[entry] = slope[entry] * (q - evidence.target(entry));
      }
    }
    return overrated;
  }

  private static double[] negative(double... values) {
    double[] negative = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      negative[i] = -values[i];
    }
    return negative;
  }

  /** err of decisions, without what other decisions would add. */
  private double error(int loss, int... decided) {
    double[] slope = slopes.of(loss);
    int decisions = evidence.decisions();
    double sum = 0;
    for (int i = 0; i < decided.length; i++) {
      int entry = evidence.entry(i, decided[i]);
      if (entry >= 0) {
        double q = probabilities[i * decisions + decided[i]];
        sum += slope[entry] * (q - evidence.target(entry));
      }
    }
    return sum;
  }

  private double error(double[] overrated, int... decided) {
    double sum = 0;
    for (int i = 0; i < decided.length; i++) {
      int entry = evidence.entry(i, decided[i]);
      sum += entry < 0 ? 0 : overrated[entry];
    }
    return sum;
  }

  private void decide() {
    int decisions = evidence.decisions();
    double[] row = new double[evidence.features().columns()];
    double[] law = new double[decisions];
    for (int i = moved.nextSetBit(0); i >= 0; i = moved.nextSetBit(i + 1)) {
      evidence.features().copyRow(i, row);
      System.arraycopy(probabilities, i * decisions, law, 0, decisions);
      for (int loss = 0; loss < best.length; loss++) {
        best[loss][i] = losses.get(loss).base().best(row, law);
      }
    }
    moved.clear();
  }

  /** The mean squared slope along the rule of a finding. */
  double squaredSlope(Finding finding) {
    int[] decided =
        finding
            .rule()
            .map(rule -> Decided.by(rule, evidence.features()))
            .orElse(best[finding.loss()]);
    return slopes.squared(finding.loss(), decided);
  }

  /** Makes an update, the last of this model's. */
  void apply(PerformativeOmnipredictor model, Update update) {
    Matrix features = evidence.features();
    int decisions = evidence.decisions();
    double[] row = new double[features.columns()];
    double[] law = new double[decisions];
    for (int i = 0; i < evidence.size(); i++) {
      features.copyRow(i, row);
      System.arraycopy(probabilities, i * decisions, law, 0, decisions);
      int at = i * decisions + model.apply(update, row, law);
      if (probabilities[at] != law[at - i * decisions]) {
        probabilities[at] = law[at - i * decisions];
        moved.set(i);
      }
    }
  }

  /**
   * The mean squared distance of the model from the truth, summed over decisions; NaN where the
   * truth is not known.
   */
  double potential() {
    return evidence.potential(probabilities);
  }

  /** Calls of the auditor so far. */
  long searches() {
    return searches;
  }

  /** The model at all points, k each; not to be written to. */
  double[] probabilities() {
    return probabilities;
  }
}
