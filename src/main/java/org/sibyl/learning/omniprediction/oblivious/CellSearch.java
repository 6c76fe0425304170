package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import java.util.function.Function;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.learning.omniprediction.Decided;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionRule;

/** Looks through an auditor for rules with a great signed sum of cell errors; counts its calls. */
final class CellSearch {
  private final Evidence evidence;
  private final Auditor.Search search;
  private final double[] probabilities;
  private long calls;

  /** Makes an auditor ready; without rules nothing is looked for. */
  static CellAudit.Search on(
      Evidence evidence, Auditor auditor, Function<CellSearch, Optional<CellFinding>> worst) {
    if (auditor.isEmpty(evidence.decisions())) {
      return q -> Optional.empty();
    }
    Auditor.Search search = auditor.on(evidence);
    return q -> worst.apply(new CellSearch(evidence, search, q));
  }

  private CellSearch(Evidence evidence, Auditor.Search search, double[] probabilities) {
    this.evidence = evidence;
    this.search = search;
    this.probabilities = probabilities;
  }

  int decisions() {
    return evidence.decisions();
  }

  /** The rule that the auditor finds for the sum of sign times cell error. */
  DecisionRule greatest(double... signs) {
    calls++;
    int k = evidence.decisions();
    double[] values = new double[evidence.entries()];
    for (int i = 0; i < evidence.size(); i++) {
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        int decision = evidence.decision(entry);
        double apart = probabilities[i * k + decision] - evidence.target(entry);
        values[entry] = -signs[decision] * evidence.weight(entry) * apart;
      }
    }
    return search.cheapest(new Costs(evidence, values));
  }

  /** The cell errors of a rule, whatever the auditor was looking for. */
  CellErrors cells(DecisionRule rule) {
    int[] decided = Decided.by(rule, evidence.features(), evidence.decisions());
    return CellErrors.of(evidence, decided, probabilities);
  }

  long calls() {
    return calls;
  }
}
