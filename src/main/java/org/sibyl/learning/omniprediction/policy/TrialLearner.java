package org.sibyl.learning.omniprediction.policy;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.TrialPolicy;

/**
 * An omnipredictor on its way: in the trial, or deploying for a loss what the trial taught.
 *
 * @param algorithm its parameters
 * @param degree the most neighbors that somebody has
 * @param log the rounds of the trial so far; empty once they are learned from
 * @param learned what the trial taught; empty before
 * @param place in the order of losses of the one whose decisions are in force
 * @param held rounds that they have been, all but the one about to be played
 */
record TrialLearner(
    OmnipredictorFromTrial algorithm,
    int degree,
    List<Cohort> log,
    Optional<Lesson> learned,
    int place,
    int held)
    implements Learner {
  static TrialLearner first(OmnipredictorFromTrial algorithm, int degree) {
    return new TrialLearner(algorithm, degree, List.of(), Optional.empty(), 0, 0);
  }

  @Override
  public Model model() {
    return learned
        .<Model>map(
            lesson ->
                new DecisionPolicy(
                    new BestDecision(
                        algorithm.decisions().losses().get(loss()), lesson.predictor()),
                    Optional.of(lesson.predictor())))
        .orElseGet(() -> new TrialPolicy(algorithm.trial(), algorithm.decisions().count()));
  }

  private int loss() {
    return algorithm.order().get(place);
  }

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    return learned.isPresent() ? next() : observing(Histories.with(log, episode));
  }

  private TrialLearner observing(List<Cohort> longer) {
    return longer.size() < algorithm.trialRounds()
        ? new TrialLearner(algorithm, degree, longer, learned, 0, 0)
        : new TrialLearner(
            algorithm, degree, List.of(), Optional.of(Lesson.of(algorithm, degree, longer)), 0, 0);
  }

  private TrialLearner next() {
    if (isLast()) {
      return this;
    }
    return held + 1 < algorithm.roundsEach()
        ? new TrialLearner(algorithm, degree, log, learned, place, held + 1)
        : new TrialLearner(algorithm, degree, log, learned, place + 1, 0);
  }

  private boolean isLast() {
    return place + 1 == algorithm.order().size();
  }

  @Override
  public List<String> notes() {
    return learned
        .map(lesson -> lesson.notes(loss()))
        .orElseGet(
            () ->
                List.of(
                    "TRIAL: "
                        + log.size()
                        + " of "
                        + algorithm.trialRounds()
                        + " rounds observed; nothing is learned yet"));
  }

  @Override
  public Optional<Record> product() {
    return learned.map(Lesson::predictor);
  }

  @Override
  public Progress progress() {
    return learned.isPresent() && isLast() ? Progress.FINISHED : Progress.LEARNING;
  }
}
