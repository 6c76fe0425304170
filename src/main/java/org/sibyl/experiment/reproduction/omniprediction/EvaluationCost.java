package org.sibyl.experiment.reproduction.omniprediction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Update;

/**
 * How many losses are evaluated to evaluate a predictor: in one pass, a number that is linear in
 * its updates; by unfolding best decisions into those of the model before, one that is exponential.
 */
final class EvaluationCost implements Reproduction {
  private static final double[] STUDENT = {0, 2};

  @Override
  public String name() {
    return "omni-cost";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, theorem 1";
  }

  @Override
  public String statement() {
    return "one pass over T updates takes 2 T (k + 1) + 2 k evaluations of losses, not k^T";
  }

  @Override
  public Axes axes() {
    return Axes.lines("updates", "evaluations", "bound").by("learned");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("learned", "updates", "evaluations", "bound");
    EarlyWarning school = new EarlyWarning(bench);
    for (int updates : new int[] {1, 8, 100, 1000}) {
      List<Update> steps = new ArrayList<>();
      for (int s = 0; s < updates; s++) {
        int loss = s % EarlyWarning.LOSSES.size();
        steps.add(Update.ofDecisions(loss, loss, 0.01));
      }
      put(figure, "decisions, " + updates + " updates", 0, counted(List.of(), steps));
    }
    for (double tolerance : new double[] {0.05, 0.01}) {
      PerformativeOmnipredictor learned =
          EarlyWarning.boosting(tolerance, StepPolicy.FIXED)
              .run(school.truth(), EarlyWarning.LOSSES)
              .predictor();
      figure.put("learned to " + tolerance + ": updates", learned.updates().size());
      put(figure, "learned to " + tolerance, 1, counted(learned));
    }
    figure.put("decisions, 8 updates, unfolded: at least k^T", unfolded(8) >= 6561);
    return figure;
  }

  private static void put(Figure figure, String name, int learned, Counted counted) {
    int updates = counted.predictor().updates().size();
    long evaluations = counted.evaluations();
    long bound = 4L * updates * (EarlyWarning.DECISIONS + 1);
    if (learned == 0) {
      figure.put(name + ": evaluations", evaluations);
    }
    figure.put(
        name + ": within 4 T (k + 1) and those of a last decision", evaluations <= bound + 6);
    figure.row(learned, updates, evaluations, bound);
  }

  private record Counted(PerformativeOmnipredictor predictor, AtomicLong calls) {
    /** Of one prediction, and of one decision by it. */
    long evaluations() {
      double[] law = new double[predictor.decisions()];
      calls.set(0);
      predictor.probabilities(STUDENT, law);
      predictor.losses().get(0).best(STUDENT, law);
      return calls.get();
    }
  }

  private static Counted counted(PerformativeOmnipredictor learned) {
    AtomicLong calls = new AtomicLong();
    List<DecisionLoss> losses = counting(learned.losses(), calls);
    return new Counted(
        new PerformativeOmnipredictor(
            learned.decisions(), losses, learned.rules(), learned.updates()),
        calls);
  }

  private static Counted counted(
      List<org.sibyl.prediction.decision.DecisionRule> rules, List<Update> steps) {
    AtomicLong calls = new AtomicLong();
    return new Counted(
        new PerformativeOmnipredictor(
            EarlyWarning.DECISIONS, counting(EarlyWarning.LOSSES, calls), rules, steps),
        calls);
  }

  private static List<DecisionLoss> counting(List<DecisionLoss> losses, AtomicLong calls) {
    return losses.stream().<DecisionLoss>map(loss -> new Counting(loss, calls)).toList();
  }

  /**
   * Calls of losses when each probability of the model after an update is asked of the model
   * before: its best decision needs all k of them, and the probability itself one more.
   */
  private static long unfolded(int updates) {
    if (updates == 0) {
      return 0;
    }
    int k = EarlyWarning.DECISIONS;
    return (k + 1) * unfolded(updates - 1) + 2L * k + 2;
  }

  /** A loss that counts its evaluations. */
  private record Counting(DecisionLoss loss, AtomicLong calls) implements DecisionLoss {
    @Override
    public double value(double[] features, int decision, int outcome) {
      calls.incrementAndGet();
      return loss.value(features, decision, outcome);
    }

    @Override
    public double max() {
      return loss.max();
    }

    @Override
    public boolean isInputOblivious() {
      return loss.isInputOblivious();
    }

    @Override
    public void check(int decisions, int features) {
      loss.check(decisions, features);
    }
  }
}
