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
    ofRules = algorithm.rules().on(evidence, random);
    ofDecisions = algorithm.decisions().map(audit -> audit.on(evidence, random));
    probabilities = new double[evidence.size() * evidence.decisions()];
    Arrays.fill(probabilities, PerformativeOmnipredictor.INITIAL);
  }

  Boosted run() {
    while (true) {
      int before = updates.size();
      Optional<Finding> rule = ofRules.worst(probabilities);
      boolean within = mended(rule);
      Optional<Finding> decision = ofDecisions.flatMap(audit -> audit.worst(probabilities));
      within = within && mended(decision);
      if (!within || updates.size() == before) {
        return boosted(within ? status(rule, decision) : BoostStatus.BOUND_EXCEEDED, rule, decision);
      }
    }
  }

  /** Makes the update that a violation calls for; false when that would be one too many. */
  private boolean mended(Optional<Finding> finding) {
    searches += finding.map(Finding::searches).orElse(0L);
    if (finding.isEmpty() || finding.get().error() <= algorithm.violation(evidence)) {
      return true;
    }
    if (updates.size() + 1 > algorithm.bound(evidence)) {
      return false;
    }
    update(finding.get());
    return true;
  }

  private void update(Finding finding) {
    int direction = number(finding.direction(), losses);
    Update update =
        finding
            .rule()
            .map(rule -> Update.ofRule(direction, number(rule, rules), finding.step()))
            .orElseGet(() -> ofDecisions(finding, direction));
    steps.add(new BoostStep(update, finding.error(), potential()));
    updates.add(update);
    PerformativeOmnipredictor predictor = predictor();
    double[] row = new double[evidence.features().columns()];
    double[] law = new double[evidence.decisions()];
    for (int i = 0; i < evidence.size(); i++) {
      evidence.features().copyRow(i, row);
      System.arraycopy(probabilities, i * law.length, law, 0, law.length);
      predictor.apply(update, row, law);
      System.arraycopy(law, 0, probabilities, i * law.length, law.length);
    }
  }

  private Update ofDecisions(Finding finding, int direction) {
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

  private BoostStatus status(Optional<Finding> rule, Optional<Finding> decision) {
    boolean exact =
        evidence.isExact()
            && rule.map(Finding::exact).orElse(true)
            && decision.map(Finding::exact).orElse(true);
    return exact ? BoostStatus.EXACT : BoostStatus.HEURISTIC;
  }

  private Boosted boosted(
      BoostStatus status, Optional<Finding> rule, Optional<Finding> decision) {
    Certificate certificate =
        new Certificate(
            rule.map(Finding::error).orElse(0.0),
            decision.map(Finding::error).orElse(ofDecisions.isPresent() ? 0 : Double.NaN),
            searches);
    return new Boosted(predictor(), status, certificate, steps);
  }

  private double potential() {
    if (!evidence.isExact()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < evidence.size(); i++) {
      for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
        double apart =
            probabilities[i * evidence.decisions() + evidence.decision(entry)]
                - evidence.target(entry);
        sum += evidence.weight(entry) * apart * apart;
      }
    }
    return sum;
  }
}
