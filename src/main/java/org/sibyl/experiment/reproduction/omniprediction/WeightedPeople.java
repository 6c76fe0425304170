package org.sibyl.experiment.reproduction.omniprediction;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.LossClass;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.prediction.decision.AtLeast;
import org.sibyl.prediction.decision.EqualTo;
import org.sibyl.prediction.decision.Everyone;
import org.sibyl.prediction.decision.ImportanceWeight;

/**
 * Universal adaptability: boosting on losses that are weighted by who people are gives a predictor
 * that is good for students of low income alone, and for those at high risk, too.
 */
final class WeightedPeople implements Reproduction {
  private static final List<ImportanceWeight> WEIGHTS =
      List.of(new Everyone(), new EqualTo(0, 1, 2.5), new AtLeast(1, 3, 4));
  private static final List<String> PEOPLE = List.of("everyone", "low income", "high risk");

  @Override
  public String name() {
    return "omni-weights";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, section 3.3";
  }

  @Override
  public String statement() {
    return "with weighted losses all errors keep the tolerance in all groups, without they do not";
  }

  @Override
  public Axes axes() {
    return Axes.bars("people", "error", "gap").by("tolerance", "weighted");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("tolerance", "weighted", "people", "gap", "error");
    EarlyWarning school = new EarlyWarning(bench);
    for (double tolerance : new double[] {0.05, 0.02}) {
      put(school, tolerance, false, figure);
      put(school, tolerance, true, figure);
    }
    return figure;
  }

  private static void put(EarlyWarning school, double tolerance, boolean weighted, Figure figure) {
    Evidence truth = school.truth();
    List<ImportanceWeight> weights = weighted ? WEIGHTS : WEIGHTS.subList(0, 1);
    Boosted boosted =
        EarlyWarning.boosting(tolerance, StepPolicy.LINE_SEARCH)
            .run(truth, LossClass.weighted(truth, EarlyWarning.LOSSES, weights).losses());
    String place = (weighted ? "weighted" : "plain") + ", epsilon " + tolerance + ": ";
    figure.put(place + "updates", boosted.steps().size());
    for (int k = 0; k < WEIGHTS.size(); k++) {
      EarlyWarning others = school.of(WEIGHTS.get(k));
      double error = others.worstError(boosted.predictor());
      double gap = others.worstGap(boosted.predictor());
      String people = place + PEOPLE.get(k) + ": ";
      if (weighted) { // which of equal violations is mended first shows in the numbers
        figure.put(people + "gap within 2 epsilon", gap <= 2 * tolerance);
      } else {
        figure.put(people + "gap", gap);
        figure.put(people + "error", error);
      }
      figure.put(people + "error within epsilon", error <= tolerance);
      figure.row(tolerance, weighted ? 1 : 0, k, gap, error);
    }
  }
}
