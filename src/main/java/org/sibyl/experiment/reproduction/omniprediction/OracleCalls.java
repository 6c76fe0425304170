package org.sibyl.experiment.reproduction.omniprediction;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.numeric.Draw;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.LossTable;

/**
 * How often boosting calls its auditor: twice for each loss and round, once for each when only
 * decisions need be good, whatever the class of rules.
 */
final class OracleCalls implements Reproduction {
  private static final double TOLERANCE = 0.02;

  @Override
  public String name() {
    return "omni-oracle-calls";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, corollary 4.8";
  }

  @Override
  public String statement() {
    return "2 |L| (T + 1) calls of the auditor, half of them for decisions alone";
  }

  @Override
  public Axes axes() {
    return Axes.lines("losses", "calls", "updates").by("side");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("side", "losses", "calls", "updates");
    EarlyWarning school = new EarlyWarning(bench);
    for (AuditSide side : AuditSide.values()) {
      for (int count : new int[] {5, 10, 20, 40, 80}) {
        List<DecisionLoss> losses = losses(count);
        Boosted boosted =
            EarlyWarning.boosting(TOLERANCE, StepPolicy.LINE_SEARCH, side)
                .run(school.truth(), losses);
        long calls = boosted.certificate().searches();
        int rounds = boosted.steps().size() + 1;
        String place = side + ", " + count + " losses: ";
        figure.put(place + "calls by loss and round", (double) calls / count / rounds);
        figure.put(place + "within the bound", rounds - 1 <= bound(losses));
        if (count == EarlyWarning.LOSSES.size() && side == AuditSide.TWO_SIDED) {
          figure.put(place + "updates", rounds - 1);
        }
        figure.row(side.ordinal(), count, calls, rounds - 1);
      }
    }
    return figure;
  }

  private static double bound(List<DecisionLoss> losses) {
    double max = losses.stream().mapToDouble(DecisionLoss::max).reduce(0, StrictMath::max);
    return EarlyWarning.DECISIONS * max * max / (4 * TOLERANCE * TOLERANCE);
  }

  /** The school's losses, and tables near them: each entry up to .1 away. */
  static List<DecisionLoss> losses(int count) {
    UniformRandomProvider random = Workbench.randomness().at(Draw.LEARNER, 0);
    List<DecisionLoss> losses = new ArrayList<>(EarlyWarning.LOSSES);
    while (losses.size() < count) {
      DecisionLoss near = EarlyWarning.LOSSES.get(losses.size() % EarlyWarning.LOSSES.size());
      List<List<Double>> table = new ArrayList<>();
      for (int decision = 0; decision < EarlyWarning.DECISIONS; decision++) {
        table.add(List.of(moved(near, decision, 0, random), moved(near, decision, 1, random)));
      }
      losses.add(new LossTable(table));
    }
    return losses;
  }

  private static double moved(
      DecisionLoss near, int decision, int outcome, UniformRandomProvider random) {
    double value = near.value(new double[2], decision, outcome);
    return StrictMath.max(0, value + 0.1 * (2 * random.nextDouble() - 1));
  }
}
