package org.sibyl.learning.omniprediction.policy;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * What early-warning systems do without a trial: outcomes are predicted from years in which nobody
 * was treated, and whoever is predicted to be below a cut is treated from then on. The model goes
 * on to say what would come of people without treatment, so it looks wrong where treatment helps
 * (the accuracy paradox, Kim and Perdomo 2023, section 1), and it cannot tell where treatment
 * harms.
 *
 * @param untreatedRounds in which decision 0 is taken about everyone, at least 1
 * @param cut on the predicted probability of outcome 1
 * @param decision about those who are below it, at least 1
 * @param fit how probabilities are predicted
 * @param decisions how many there are; handed over
 */
@About(
    value = "fits outcomes of untreated years, then treats those who are predicted below a cut",
    source = "Kim and Perdomo 2023, section 1")
public record RiskTargeting(
    @Parameter(
            value = "rounds in which nobody is treated and from which outcomes are predicted",
            unit = "rounds",
            range = "[1, inf)",
            byDefault = "1")
        int untreatedRounds,
    @Parameter(value = "who is predicted less is treated", range = "[0, 1]", byDefault = "0.8")
        double cut,
    @Parameter(
            value = "the decision about those below the cut",
            range = "[1, inf)",
            byDefault = "1")
        int decision,
    @Parameter(value = "how outcomes are predicted", byDefault = "frequencies") Fit fit,
    DecisionProblem decisions)
    implements Algorithm {
  /** How probabilities are predicted from untreated people. */
  public enum Fit {
    /** The frequency among people with the same features; else, among all. */
    FREQUENCIES,
    /** Log-odds linear in the features. */
    LOGISTIC
  }

  public RiskTargeting {
    Check.atLeast("untreated-rounds", untreatedRounds, 1);
    Check.within("cut", cut, Range.PROBABILITY);
    Check.atLeast("decision", decision, 1);
    if (decision >= decisions.count()) {
      throw Check.invalid(
          "decision",
          Integer.toString(decision),
          "must be one of the " + decisions.count() + " decisions, counted from 0");
    }
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    return new Targeting(this, List.of(), Optional.empty());
  }

  private OutcomeModel fitted(List<Cohort> history) {
    return fit == Fit.FREQUENCIES
        ? UntreatedFrequencies.of(decisions.count(), history)
        : UntreatedLogistic.of(decisions.count(), history);
  }

  /**
   * Its learner.
   *
   * @param algorithm its parameters
   * @param history of untreated people; empty once it is fitted
   * @param fitted the model of untreated people
   */
  private record Targeting(
      RiskTargeting algorithm, List<Cohort> history, Optional<OutcomeModel> fitted)
      implements Learner {
    @Override
    public Model model() {
      return fitted
          .map(
              model ->
                  new DecisionPolicy(
                      new BelowCut(model, algorithm.cut, algorithm.decision), Optional.of(model)))
          .orElseGet(() -> new DecisionPolicy(new Always(0), Optional.empty()));
    }

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (fitted.isPresent()) {
        return this;
      }
      List<Cohort> longer = Histories.with(history, episode);
      return longer.size() < algorithm.untreatedRounds
          ? new Targeting(algorithm, longer, fitted)
          : new Targeting(algorithm, List.of(), Optional.of(algorithm.fitted(longer)));
    }

    @Override
    public List<String> notes() {
      return List.of(
          fitted.isPresent()
              ? "TARGETING: the model says what would come of people if they were not treated;"
                  + " nothing is known of what treatment does"
              : "UNTREATED: "
                  + history.size()
                  + " of "
                  + algorithm.untreatedRounds
                  + " rounds observed in which nobody is treated");
    }

    @Override
    public Progress progress() {
      return fitted.isPresent() ? Progress.FINISHED : Progress.LEARNING;
    }
  }
}
