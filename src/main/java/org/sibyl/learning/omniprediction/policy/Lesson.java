package org.sibyl.learning.omniprediction.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sibyl.learning.omniprediction.BoostStatus;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/**
 * What a trial taught.
 *
 * @param predictor the model of outcomes
 * @param remarks how boosting ended, and what that promises
 */
record Lesson(PerformativeOmnipredictor predictor, List<String> remarks) {
  Lesson {
    remarks = List.copyOf(remarks);
  }

  /**
   * Learns from a log.
   *
   * @param degree the most neighbors that somebody has
   */
  static Lesson of(OmnipredictorFromTrial algorithm, int degree, List<Cohort> log) {
    int decisions = algorithm.decisions().count();
    TrialLog all = TrialLog.of(decisions, log);
    Boosted boosted =
        algorithm.batches() == OmnipredictorFromTrial.Batches.REUSE
            ? algorithm
                .boost()
                .run(Evidence.of(all).gathered(), algorithm.decisions().losses())
            : algorithm.boost().run(new Fresh(decisions, log)::at, algorithm.decisions().losses());
    return new Lesson(
        boosted.predictor(), new Remarks(algorithm, boosted, all.size(), log.size(), degree).all());
  }

  /** How it stands while the decisions for a loss are in force. */
  List<String> notes(int loss) {
    List<String> notes = new ArrayList<>(remarks);
    notes.add("deployed: the best decisions for loss " + loss);
    return notes;
  }

  /** The rounds of a trial, each prepared once. */
  private record Fresh(List<Evidence> batches) {
    Fresh(int decisions, List<Cohort> log) {
      this(
          log.stream()
              .map(cohort -> Evidence.of(TrialLog.of(decisions, List.of(cohort))).gathered())
              .toList());
    }

    Evidence at(int round) {
      return batches.get(StrictMath.min(round, batches.size() - 1));
    }
  }

  /** What a reader should know of how boosting ended. */
  private record Remarks(
      OmnipredictorFromTrial algorithm, Boosted boosted, int people, int batches, int degree) {
    List<String> all() {
      List<String> remarks = new ArrayList<>();
      remarks.add(standing());
      remarks.add(promise());
      if (algorithm.batches() == OmnipredictorFromTrial.Batches.FRESH
          && boosted.steps().size() >= batches) {
        remarks.add(
            "rounds of the trial ran out: the last was looked at again from update "
                + batches
                + " on. Maybe prolong the trial");
      }
      if (algorithm.interference()) {
        remarks.addAll(interference());
      }
      return remarks;
    }

    private String standing() {
      return status()
          + ": "
          + boosted.steps().size()
          + " updates; in the log of "
          + people
          + " people the greatest error of a rule's risk is "
          + shortly(boosted.certificate().poi())
          + ", of best decisions "
          + shortly(boosted.certificate().doi());
    }

    private BoostStatus status() {
      return algorithm.interference() && boosted.status() == BoostStatus.BOUND_EXCEEDED
          ? BoostStatus.NO_COMMON_NATURE
          : boosted.status();
    }

    private String promise() {
      String gap =
          "for each loss its best decisions cost at most "
              + shortly(2 * algorithm.tolerance())
              + " more than the best rule";
      return boosted.status() == BoostStatus.CERTIFIED && !algorithm.interference()
          ? "guaranteed but for the failure probability: " + gap
          : "not guaranteed: " + gap;
    }

    private List<String> interference() {
      double overlap = 1 + (double) degree * degree; // who is within two steps, and oneself
      return List.of(
          algorithm.trial().cluster().isPresent()
              ? "decisions about others matter: risks from this trial are those of a rule for whole"
                  + " clusters, right as far as nobody is affected from outside; no guarantee holds"
              : "decisions about others matter, so risks from this trial are those of a rule for one"
                  + " person while all others stay in the trial: no guarantee holds, nor are"
                  + " decisions that are best person by person best for all",
          "outcomes of people who share a neighbor depend on each other: for bounds, the log may count"
              + " for as few as "
              + (long) (people / overlap)
              + " people");
    }
  }

  private static String shortly(double value) {
    String fixed = String.format(Locale.ROOT, "%.5f", value);
    return fixed.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
