package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Update;

/** One run of POI-Boost. */
final class Boosting {
  private final PoiBoost algorithm;
  private final List<DecisionLoss> losses;
  private final IntFunction<Evidence> source;
  private final double max;
  private final List<DecisionRule> rules = new ArrayList<>();
  private final List<Update> updates = new ArrayList<>();
  private final List<BoostStep> steps = new ArrayList<>();
  private Logs logs = Logs.none();
  private long searches; // of examinations that are over
  private Evidence given; // of this round
  private final int decisions;
  private Examination examination;

  Boosting(PoiBoost algorithm, List<DecisionLoss> losses, IntFunction<Evidence> source) {
    this.algorithm = algorithm;
    this.losses = List.copyOf(losses);
    this.source = source;
    this.max = losses.stream().mapToDouble(DecisionLoss::max).reduce(0, StrictMath::max);
    this.given = source.apply(0);
    this.decisions = given.decisions();
    this.examination = examination(given);
    LossClass.checkMeans(given, this.losses);
  }

  Boosted run() {
    while (true) {
      boolean last = updates.size() >= bound();
      boolean first = algorithm.selection() == Selection.FIRST && !last;
      Audit audit = examination.audit(finding -> first && violates(finding));
      Optional<Finding> worst = audit.worst(this::violates);
      if (worst.isEmpty()) {
        return boosted(audit, doubts().isEmpty() ? certified() : BoostStatus.HEURISTIC);
      }
      if (last) {
        return boosted(audit, exceeded());
      }
      update(worst.get());
      renew(source.apply(updates.size()));
    }
  }

  private boolean violates(Finding finding) {
    return algorithm.violates(finding, logs.exact());
  }

  private long bound() {
    return algorithm.bound(logs.exact(), decisions, max);
  }

  private BoostStatus certified() {
    return logs.exact() ? BoostStatus.EXACT : BoostStatus.CERTIFIED;
  }

  private BoostStatus exceeded() {
    return algorithm.interference() ? BoostStatus.NO_COMMON_NATURE : BoostStatus.BOUND_EXCEEDED;
  }

  private List<Doubt> doubts() {
    return new Doubts(algorithm, logs, losses.size(), max, bound()).found();
  }

  private Boosted boosted(Audit audit, BoostStatus status) {
    Certificate certificate =
        new Certificate(audit.poi(), audit.doi(), searches + examination.searches(), doubts());
    return new Boosted(predictor(), status, certificate, steps, examination.potential());
  }

  private void renew(Evidence next) {
    if (next == given) {
      logs = logs.again();
      return;
    }
    given = next;
    searches += examination.searches();
    examination = examination(next);
  }

  private Examination examination(Evidence evidence) {
    Evidence compact = evidence.compact();
    logs = logs.and(evidence, rules(compact));
    return new Examination(
        compact,
        losses,
        algorithm.auditor(),
        algorithm.side(),
        Probabilities.of(predictor(), compact.features()));
  }

  /** How many rules there are, where a certificate asks for it: to count them may take a sort. */
  private double rules(Evidence compact) {
    return algorithm.sampling().isPresent()
        ? algorithm.auditor().size(compact.features(), decisions)
        : 0;
  }

  private PerformativeOmnipredictor predictor() {
    return new PerformativeOmnipredictor(decisions, losses, rules, updates);
  }

  private void update(Finding finding) {
    double eta = eta(finding);
    Update update =
        finding
            .rule()
            .map(rule -> Update.ofRule(finding.loss(), number(rule), eta))
            .orElseGet(() -> Update.ofDecisions(finding.loss(), finding.loss(), eta));
    updates.add(update);
    steps.add(new BoostStep(update, finding.error(), examination.potential()));
    examination.apply(
        new PerformativeOmnipredictor(decisions, losses, rules, List.of(update)), update);
  }

  private double eta(Finding finding) {
    double error = finding.error();
    double whole = algorithm.auditor().isExact() ? algorithm.tolerance() : algorithm.least();
    return switch (algorithm.step()) {
      case FIXED -> StrictMath.signum(error) * whole / (max * max);
      case PROPORTIONAL -> error / (max * max);
      case LINE_SEARCH -> error / examination.squaredSlope(finding);
      case CERTIFIED -> StrictMath.signum(error) * algorithm.least() / (max * max);
    };
  }

  private int number(DecisionRule rule) {
    int known = rules.indexOf(rule);
    if (known < 0) {
      rules.add(rule);
    }
    return known < 0 ? rules.size() - 1 : known;
  }

  /** The model at the points of this round, k each. */
  double[] probabilities() {
    return examination.probabilities();
  }
}
