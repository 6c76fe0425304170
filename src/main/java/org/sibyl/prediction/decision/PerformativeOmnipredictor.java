package org.sibyl.prediction.decision;

import java.util.Arrays;
import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A model of outcomes made of updates of the constant 1/2 (Kim and Perdomo 2023, section 4). It is
 * evaluated in one pass over its updates: an update along best decisions takes them by the
 * probabilities of that moment, so nothing is evaluated twice. With T updates and k decisions this
 * takes at most 2 T (k + 1) evaluations of losses, and memory for k numbers.
 *
 * @param decisions k, at least 1
 * @param initial what it says of everyone before any update
 * @param losses that updates name
 * @param rules that updates name
 * @param updates in the order in which they were made
 */
@About(
    value = "a model of outcomes made of updates of the constant 1/2",
    source = "Kim and Perdomo 2023, section 4")
public record PerformativeOmnipredictor(
    @Parameter(value = "how many decisions there are", range = "[1, inf)") int decisions,
    @Parameter(value = "what it says before any update", range = "[0, 1]", byDefault = "0.5")
        double initial,
    @Parameter(value = "the losses that updates name", byDefault = "[]") List<DecisionLoss> losses,
    @Parameter(value = "the rules that updates name", byDefault = "[]") List<DecisionRule> rules,
    @Parameter(value = "the updates, first to last", byDefault = "[]") List<Update> updates)
    implements OutcomeModel {
  /** What boosting begins with. */
  public static final double INITIAL = 0.5;

  public PerformativeOmnipredictor {
    Check.atLeast("decisions", decisions, 1);
    Check.probability("initial", initial);
    losses = List.copyOf(losses);
    rules = List.copyOf(rules);
    updates = List.copyOf(updates);
    for (Update update : updates) {
      known("loss", update.loss(), losses.size());
      if (update.rule().isPresent()) {
        known("rule", update.rule().getAsInt(), rules.size());
      }
      if (update.decider().isPresent()) {
        known("decider", update.decider().getAsInt(), losses.size());
      }
    }
  }

  /** Updates of the constant 1/2. */
  public PerformativeOmnipredictor(
      int decisions, List<DecisionLoss> losses, List<DecisionRule> rules, List<Update> updates) {
    this(decisions, INITIAL, losses, rules, updates);
  }

  private static void known(String name, int number, int count) {
    if (number >= count) {
      throw Check.invalid(
          "updates." + name, Integer.toString(number), "must be one of the " + count + " given");
    }
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    Arrays.fill(into, initial);
    for (Update update : updates) {
      apply(update, features, into);
    }
  }

  @Override
  public void check(int features) {
    losses.forEach(loss -> loss.check(decisions, features));
    rules.forEach(rule -> rule.check(decisions, features));
  }

  /**
   * Makes one update of one person's probabilities.
   *
   * @return the decision whose probability it has changed
   * @throws IllegalArgumentException when the rule decides what there is not, or the loss is NaN
   */
  public int apply(Update update, double[] features, double[] probabilities) {
    int decision = decision(update, features, probabilities);
    double slope = losses.get(update.loss()).slope(features, decision);
    if (Double.isNaN(slope)) {
      throw Check.invalid("slope of losses[" + update.loss() + "]", "NaN", "must be a number");
    }
    double moved = probabilities[decision] - update.step() * slope;
    probabilities[decision] = StrictMath.max(0, StrictMath.min(1, moved));
    return decision;
  }

  private int decision(Update update, double[] features, double[] probabilities) {
    if (update.rule().isEmpty()) {
      return losses.get(update.decider().getAsInt()).base().best(features, probabilities);
    }
    int rule = update.rule().getAsInt();
    int decision = rules.get(rule).decide(features);
    if (decision < 0 || decision >= decisions) {
      throw Check.invalid(
          "decision of rules[" + rule + "]",
          Integer.toString(decision),
          "must be one of the " + decisions + " decisions, counted from 0");
    }
    return decision;
  }
}
