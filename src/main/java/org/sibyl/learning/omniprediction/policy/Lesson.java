package org.sibyl.learning.omniprediction.policy;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.learning.omniprediction.BoostStatus;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Doubt;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Decimals;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Weighted;

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
   * Learns from the rounds of a trial.
   *
   * @param degree the most neighbors that somebody has
   */
  static Lesson of(OmnipredictorFromTrial algorithm, int degree, List<Cohort> rounds) {
    boolean dependent = algorithm.trial().cluster().isPresent() || SamePeople.among(rounds);
    boolean reuse = algorithm.batches() == OmnipredictorFromTrial.Batches.REUSE;
    List<Evidence> batches =
        reuse
            ? List.of(evidence(algorithm, rounds, dependent))
            : rounds.stream().map(round -> evidence(algorithm, List.of(round), dependent)).toList();
    int last = batches.size() - 1;
    Boosted boosted =
        algorithm
            .boost()
            .run(round -> batches.get(StrictMath.min(round, last)), algorithm.decisions().losses());
    int people = rounds.stream().mapToInt(Cohort::size).sum();
    return new Lesson(
        boosted.predictor(),
        new Remarks(algorithm, boosted, weights(algorithm, rounds), people, last, degree).all());
  }

  private static Evidence evidence(
      OmnipredictorFromTrial algorithm, List<Cohort> rounds, boolean dependent) {
    int decisions = algorithm.decisions().count();
    TrialLog log = TrialLog.of(decisions, rounds);
    double[] laws = new double[log.size() * decisions];
    double[] row = new double[log.features().columns()];
    double[] law = new double[decisions];
    for (int i = 0; i < log.size(); i++) {
      log.features().copyRow(i, row);
      algorithm.trial().probabilities(row, law);
      System.arraycopy(law, 0, laws, i * decisions, decisions);
    }
    Evidence evidence =
        Evidence.of(log.withLaws(Matrix.of(log.size(), decisions, laws))).gathered();
    return dependent ? evidence.dependent() : evidence;
  }

  /** How far weights of losses are from the mean 1, which they should have, in the trial. */
  private static List<String> weights(OmnipredictorFromTrial algorithm, List<Cohort> rounds) {
    List<String> means = new ArrayList<>();
    List<DecisionLoss> losses = algorithm.decisions().losses();
    for (int loss = 0; loss < losses.size(); loss++) {
      if (losses.get(loss) instanceof Weighted weighted) {
        means.add(
            "the weight of loss "
                + loss
                + " has the mean "
                + Decimals.shortly(mean(weighted.weight(), rounds))
                + " in the trial: where it is not 1 its risks are as many times those of the people"
                + " that it describes");
      }
    }
    return means;
  }

  private static double mean(ImportanceWeight weight, List<Cohort> rounds) {
    double sum = 0;
    int people = 0;
    for (Cohort round : rounds) {
      int size = round.size();
      sum += size * weight.mean(round.features(), Column.constant(size, 1.0 / size));
      people += size;
    }
    return sum / people;
  }

  /** How it stands while the decisions for a loss are in force. */
  List<String> notes(int loss) {
    List<String> notes = new ArrayList<>(remarks);
    notes.add("deployed: the best decisions for loss " + loss);
    return notes;
  }

  /** What a reader should know of how boosting ended. */
  private record Remarks(
      OmnipredictorFromTrial algorithm,
      Boosted boosted,
      List<String> weights,
      int people,
      int lastBatch,
      int degree) {
    List<String> all() {
      List<String> remarks = new ArrayList<>();
      remarks.add(standing());
      remarks.add(promise());
      if (algorithm.batches() == OmnipredictorFromTrial.Batches.FRESH
          && boosted.steps().size() > lastBatch) {
        remarks.add(
            "rounds of the trial ran out: the last was looked at again from update "
                + lastBatch
                + " on. Maybe prolong the trial");
      }
      remarks.addAll(weights);
      if (algorithm.interference()) {
        remarks.addAll(interference());
      }
      return remarks;
    }

    private String standing() {
      return boosted.status()
          + ": "
          + boosted.steps().size()
          + " updates; in the log of "
          + people
          + " people the greatest error of a rule's risk is "
          + Decimals.shortly(boosted.certificate().poi())
          + ", of best decisions "
          + Decimals.shortly(boosted.certificate().doi());
    }

    private String promise() {
      String gap = promised();
      return boosted.status() == BoostStatus.CERTIFIED
          ? "guaranteed with probability " + Decimals.shortly(1 - algorithm.failure()) + ": " + gap
          : "not guaranteed, for " + reasons() + ": that " + gap;
    }

    /** Without rules nothing is known of how good decisions are. */
    private String promised() {
      return algorithm.boost().auditor().isEmpty(algorithm.decisions().count())
          ? "for each loss the risk of its best decisions is right up to "
              + Decimals.shortly(algorithm.tolerance())
          : "for each loss its best decisions cost at most "
              + Decimals.shortly(2 * algorithm.tolerance())
              + " more than the best rule";
    }

    private String reasons() {
      List<String> reasons = boosted.certificate().doubts().stream().map(Remarks::reason).toList();
      return reasons.isEmpty() ? "boosting did not end" : String.join(", ", reasons);
    }

    private static String reason(Doubt doubt) {
      return switch (doubt) {
        case NO_ACCURACY -> "no accuracy was asked for";
        case TOO_FEW_PEOPLE -> "there are too few people";
        case STEPS_FROM_THE_LOG -> "steps depend on the log";
        case SOME_LOGS_REUSED -> "some rounds were looked at again and others not";
        case ESTIMATED_PROPENSITIES -> "propensities are estimates";
        case DEPENDENT_PEOPLE -> "people were drawn for in clusters, or came again";
        case AUDITOR -> "the auditor may miss rules, or has endlessly many";
        case INTERFERENCE -> "decisions about others matter";
      };
    }

    private List<String> interference() {
      double overlap = 1 + (double) degree * degree; // who is within two steps, and oneself
      return List.of(
          algorithm.trial().cluster().isPresent()
              ? "risks from this trial are those of a rule for whole clusters: right as far as"
                  + " nobody is affected from outside its own"
              : "risks from this trial are those of a rule for one person while all others stay in"
                  + " the trial: decisions that are best person by person may not be best for all",
          "outcomes of people who share a neighbor depend on each other: for bounds, the log may"
              + " count for as few as "
              + (long) (people / overlap)
              + " people");
    }
  }
}
