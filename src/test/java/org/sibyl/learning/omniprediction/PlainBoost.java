package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Update;

/**
 * POI-Boost as it is written, two-sided and with the greatest violation first: evaluates the whole
 * model anew for everything. Slow; for tests.
 */
final class PlainBoost {
  private final Evidence evidence;
  private final List<DecisionLoss> losses;
  private final List<DecisionRule> rules;

  PlainBoost(Evidence evidence, List<DecisionLoss> losses, List<DecisionRule> rules) {
    this.evidence = evidence;
    this.losses = losses;
    this.rules = rules;
  }

  private record Violation(int loss, OptionalInt rule, double error) {}

  /**
   * All updates for steps of a length with the sign of the error, flagging errors above a limit.
   */
  List<Update> updates(double limit, double step) {
    List<Update> updates = new ArrayList<>();
    while (true) {
      Violation worst = worst(predictor(updates));
      if (!(Math.abs(worst.error()) > limit)) {
        return updates;
      }
      double eta = step * Math.signum(worst.error());
      updates.add(
          worst.rule().isPresent()
              ? Update.ofRule(worst.loss(), worst.rule().getAsInt(), eta)
              : Update.ofDecisions(worst.loss(), worst.loss(), eta));
    }
  }

  PerformativeOmnipredictor predictor(List<Update> updates) {
    return new PerformativeOmnipredictor(evidence.decisions(), losses, rules, updates);
  }

  private Violation worst(PerformativeOmnipredictor model) {
    double[] probabilities = Probabilities.of(model, evidence.features());
    Violation worst = new Violation(0, OptionalInt.empty(), 0);
    for (int l = 0; l < losses.size(); l++) {
      for (int h = 0; h < rules.size(); h++) {
        double error = error(l, rules.get(h), probabilities);
        worst = greater(worst, new Violation(l, OptionalInt.of(h), error));
      }
    }
    for (int l = 0; l < losses.size(); l++) {
      double error = error(l, new BestDecision(losses.get(l), model), probabilities);
      worst = greater(worst, new Violation(l, OptionalInt.empty(), error));
    }
    return worst;
  }

  private static Violation greater(Violation one, Violation other) {
    return Math.abs(other.error()) > Math.abs(one.error()) ? other : one;
  }

  private double error(int loss, DecisionRule rule, double[] probabilities) {
    return evidence.error(losses.get(loss), Decided.by(rule, evidence.features()), probabilities);
  }
}
