package org.sibyl.metrics.decision;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.sibyl.learning.omniprediction.Decided;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.outcome.decision.DecisionFacts;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.simulation.Round;

/** The people of a round as decisions found them, and what is known of each. */
final class DecidedPeople {
  private final Round round;
  private final Matrix features;

  DecidedPeople(Round round) {
    this.round = round;
    this.features = round.before().population().features();
  }

  int size() {
    return features.rows();
  }

  /** The model of outcomes in force, when it fits so many decisions. */
  static Optional<OutcomeModel> model(Round round, int decisions) {
    return round.deployment().model() instanceof DecisionPolicy policy
        ? policy.outcomes().filter(model -> model.decisions() == decisions)
        : Optional.empty();
  }

  /** What was decided about everyone, as offered; empty where something else was predicted. */
  Optional<int[]> decided(int decisions) {
    Column predictions = round.deployment().predictions();
    int[] decided = new int[predictions.size()];
    for (int i = 0; i < decided.length; i++) {
      double prediction = predictions.get(i);
      if (!(prediction >= 0
          && prediction < decisions
          && prediction == StrictMath.rint(prediction))) {
        return Optional.empty();
      }
      decided[i] = (int) prediction;
    }
    return Optional.of(decided);
  }

  /** What a rule decides about everyone. */
  int[] decidedBy(DecisionRule rule) {
    return Decided.by(rule, features);
  }

  /** Nature's probabilities of outcome 1, person after person; empty where it records none. */
  Optional<double[]> chances(int decisions) {
    double[] chances = new double[size() * decisions];
    for (int decision = 0; decision < decisions; decision++) {
      Column under = round.outcomes().facts().get(DecisionFacts.under(decision));
      if (under == null) {
        return Optional.empty();
      }
      for (int i = 0; i < size(); i++) {
        chances[i * decisions + decision] = under.get(i);
      }
    }
    return Optional.of(chances);
  }

  /** A model's probabilities of outcome 1, person after person. */
  double[] chances(OutcomeModel model) {
    double[] row = new double[features.columns()];
    double[] law = new double[model.decisions()];
    double[] chances = new double[size() * law.length];
    for (int i = 0; i < size(); i++) {
      features.copyRow(i, row);
      model.probabilities(row, law);
      System.arraycopy(law, 0, chances, i * law.length, law.length);
    }
    return chances;
  }

  /** The decisions that are best by a loss and probabilities. */
  int[] best(DecisionLoss loss, int decisions, double... chances) {
    return Decided.best(loss, features, decisions, chances);
  }

  /** The mean loss of decisions when outcomes have these probabilities. */
  double risk(DecisionLoss loss, int[] decided, double... chances) {
    int decisions = chances.length / size();
    return risk(loss, decided, i -> chances[i * decisions + decided[i]]);
  }

  /** The mean loss of decisions when each person's outcome 1 has this probability, or is this. */
  double risk(DecisionLoss loss, int[] decided, IntToDoubleFunction chance) {
    double[] row = new double[features.columns()];
    return Column.generate(
            size(),
            i -> {
              features.copyRow(i, row);
              return mean(loss, row, decided[i], chance.applyAsDouble(i));
            })
        .mean();
  }

  private static double mean(DecisionLoss loss, double[] row, int decision, double chance) {
    return (1 - chance) * loss.value(row, decision, 0) + chance * loss.value(row, decision, 1);
  }

  /** Whether everyone has an outcome 0 or 1. */
  boolean haveOutcomes() {
    Column labels = round.outcomes().labels();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i) != 0 && labels.get(i) != 1) {
        return false;
      }
    }
    return true;
  }
}
