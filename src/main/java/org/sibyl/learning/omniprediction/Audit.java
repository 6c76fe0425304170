package org.sibyl.learning.omniprediction;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * How wrong a model of outcomes is about the risks of rules and of its own best decisions:
 * performative outcome indistinguishability (POI) and decision outcome indistinguishability (DOI)
 * with the tolerances found (Kim and Perdomo 2023, section 3). On the truth and with an exact
 * auditor these are the least tolerances that hold; their sum bounds how much worse than the best
 * rule the best decisions are, for every loss and from one-sided errors too. On a log they are
 * estimates.
 *
 * @param side which errors count
 * @param findings first of rules, the worst that the auditor found for each loss and sign, then of
 *     best decisions; in the order of losses
 */
public record Audit(AuditSide side, List<Finding> findings) {
  public Audit {
    findings = List.copyOf(findings);
  }

  /**
   * Audits any model.
   *
   * @param evidence the truth, or a log
   * @param losses the collection L, at least one
   * @param model to be audited
   * @param auditor finds rules whose risk is wrong
   * @param side which errors count
   * @throws IllegalArgumentException when a loss or a rule does not fit, or a log cannot tell
   */
  public static Audit of(
      Evidence evidence,
      List<DecisionLoss> losses,
      OutcomeModel model,
      Auditor auditor,
      AuditSide side) {
    double[] probabilities = Probabilities.of(model, evidence.features());
    return new Examination(evidence, losses, auditor, side, probabilities).audit();
  }

  /** The greatest error of a rule, at least 0; 0 when there are no rules. */
  public double poi() {
    return greatest(finding -> finding.rule().isPresent());
  }

  /** The greatest error of best decisions, at least 0. */
  public double doi() {
    return greatest(finding -> finding.rule().isEmpty());
  }

  /** The greatest error of a rule by one loss, at least 0. */
  public double poi(int loss) {
    return greatest(finding -> finding.rule().isPresent() && finding.loss() == loss);
  }

  /** The error of best decisions by one loss, at least 0. */
  public double doi(int loss) {
    return greatest(finding -> finding.rule().isEmpty() && finding.loss() == loss);
  }

  private double greatest(Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .mapToDouble(finding -> finding.size(side))
        .reduce(0, StrictMath::max);
  }

  /** What is most wrong; of equals the first. */
  public Finding worst() {
    return worst(finding -> true).orElseThrow();
  }

  /** What is most wrong of those that are asked for. */
  Optional<Finding> worst(Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .reduce((first, next) -> next.size(side) > first.size(side) ? next : first);
  }
}
