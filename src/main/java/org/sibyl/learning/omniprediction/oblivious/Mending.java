package org.sibyl.learning.omniprediction.oblivious;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.BoostStatus;
import org.sibyl.learning.omniprediction.BoostStep;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Certificate;
import org.sibyl.learning.omniprediction.Doubt;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Update;

/** One run of boosting by cell errors. */
final class Mending {
  private final ObliviousBoost algorithm;
  private final Evidence evidence;
  private final double[] probabilities;
  private final CellAudit.Search ofRules;
  private final Optional<CellAudit.Search> ofDecisions;
  private final List<DecisionLoss> losses = new ArrayList<>();
  private final List<DecisionRule> rules = new ArrayList<>();
  private final List<Update> updates = new ArrayList<>();
  private final List<BoostStep> steps = new ArrayList<>();
  private long searches;

  Mending(ObliviousBoost algorithm, Evidence evidence, UniformRandomProvider random) {
    this.algorithm = algorithm;
    this.evidence = evidence;
    evidence.requireSeen();
    ofRules = algorithm.rules().on(evidence, random);
    ofDecisions = algorithm.decisions().map(audit -> audit.on(evidence, random));
    probabilities = new double[evidence.size() * evidence.decisions()];
    Arrays.fill(probabilities, PerformativeOmnipredictor.INITIAL);
  }

  Boosted run() {
    while (true) {
      int before = updates.size();
      Optional<CellFinding> rule = ofRules.worst(probabilities);
      boolean within = mended(rule);
      Optional<CellFinding> decision = ofDecisions.flatMap(audit -> audit.worst(probabilities));
      within = within && mended(decision);
      if (!within) {
        return boosted(BoostStatus.BOUND_EXCEEDED, rule, decision);
      }
      if (updates.size() == before) {
        boolean certain = doubts(rule, decision).isEmpty();
        return boosted(certain ? BoostStatus.EXACT : BoostStatus.HEURISTIC, rule, decision);
      }
    }
  }

  /** Makes the update that a violation calls for; false when that would be one too many. */
  private boolean mended(Optional<CellFinding> finding) {
    searches += finding.map(CellFinding::searches).orElse(0L);
    if (finding.isEmpty() || finding.get().error() <= algorithm.violation(evidence)) {
      return true;
    }
    if (updates.size() >= algorithm.bound(evidence)) {
      return false;
    }
    update(finding.get());
    return true;
  }

  private void update(CellFinding finding) {
    int direction = number(finding.direction(), losses);
    Update update =
        finding
            .rule()
            .map(rule -> Update.ofRule(direction, number(rule, rules), finding.step()))
            .orElseGet(() -> ofDecisions(finding, direction));
    steps.add(new BoostStep(update, finding.error(), potential()));
    updates.add(update);
    PerformativeOmnipredictor predictor =
        new PerformativeOmnipredictor(evidence.decisions(), losses, rules, List.of(update));
    double[] row = new double[evidence.features().columns()];
    double[] law = new double[evidence.decisions()];
    for (int i = 0; i < evidence.size(); i++) {
      evidence.features().copyRow(i, row);
      System.arraycopy(probabilities, i * law.length, law, 0, law.length);
      predictor.apply(update, row, law);
      System.arraycopy(law, 0, probabilities, i * law.length, law.length);
    }
  }

  private Update ofDecisions(CellFinding finding, int direction) {
    int decider = number(finding.decider().orElseThrow(), losses);
    return Update.ofDecisions(direction, decider, finding.step());
  }

  private static <T> int number(T one, List<T> all) {
    int known = all.indexOf(one);
    if (known >= 0) {
      return known;
    }
    all.add(one);
    return all.size() - 1;
  }

  private PerformativeOmnipredictor predictor() {
    return new PerformativeOmnipredictor(evidence.decisions(), losses, rules, updates);
  }

  private static boolean isExact(Optional<CellFinding> finding) {
    return finding.map(CellFinding::exact).orElse(true);
  }

  /** Logs are never certified: steps depend on them in infinitely many ways. */
  private List<Doubt> doubts(Optional<CellFinding> rule, Optional<CellFinding> decision) {
    List<Doubt> doubts = new ArrayList<>();
    if (!evidence.isExact()) {
      doubts.add(Doubt.NO_ACCURACY);
      doubts.add(Doubt.STEPS_FROM_THE_LOG);
    }
    if (evidence.isEstimated()) {
      doubts.add(Doubt.ESTIMATED_PROPENSITIES);
    }
    if (evidence.isDependent()) {
      doubts.add(Doubt.DEPENDENT_PEOPLE);
    }
    if (!isExact(rule) || !isExact(decision)) {
      doubts.add(Doubt.AUDITOR);
    }
    return doubts;
  }

  private Boosted boosted(
      BoostStatus status, Optional<CellFinding> rule, Optional<CellFinding> decision) {
    Certificate certificate =
        new Certificate(
            rule.map(CellFinding::error).orElse(0.0),
            decision.map(CellFinding::error).orElse(ofDecisions.isPresent() ? 0 : Double.NaN),
            searches,
            doubts(rule, decision));
    return new Boosted(predictor(), status, certificate, steps, potential());
  }

  private double potential() {
    return evidence.potential(probabilities);
  }
}
