package org.sibyl.experiment.reproduction.omniprediction;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.Audit;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.Risks;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.AtLeast;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.EqualTo;
import org.sibyl.prediction.decision.Everyone;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.Weighted;

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
    List<DecisionLoss> losses = new ArrayList<>();
    for (ImportanceWeight weight : weighted ? WEIGHTS : WEIGHTS.subList(0, 1)) {
      EarlyWarning.LOSSES.forEach(loss -> losses.add(new Weighted(weight, loss)));
    }
    Boosted boosted =
        EarlyWarning.boosting(tolerance, StepPolicy.LINE_SEARCH).run(school.truth(), losses);
    String place = (weighted ? "weighted" : "plain") + ", epsilon " + tolerance + ": ";
    figure.put(place + "updates", boosted.steps().size());
    for (int k = 0; k < WEIGHTS.size(); k++) {
      Column shares = reweighted(WEIGHTS.get(k));
      double error = error(school, shares, boosted.predictor());
      double gap = gap(school, shares, boosted.predictor());
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

  private static Column reweighted(ImportanceWeight weight) {
    Matrix kinds = EarlyWarning.kinds();
    double[] row = new double[kinds.columns()];
    Column shares = EarlyWarning.shares();
    return Column.generate(
        kinds.rows(),
        kind -> {
          kinds.copyRow(kind, row);
          return shares.get(kind) * weight.of(row);
        });
  }

  private static double error(EarlyWarning school, Column shares, OutcomeModel model) {
    Audit audit =
        Audit.of(
            Evidence.of(EarlyWarning.kinds(), shares, school.law()),
            EarlyWarning.LOSSES,
            model,
            new Enumeration(EarlyWarning.RULES),
            AuditSide.TWO_SIDED);
    return StrictMath.max(audit.poi(), audit.doi());
  }

  private static double gap(EarlyWarning school, Column shares, OutcomeModel model) {
    Risks risks = new Risks(EarlyWarning.kinds(), shares, school.law());
    return EarlyWarning.LOSSES.stream()
        .mapToDouble(loss -> risks.gap(loss, model, EarlyWarning.RULES))
        .reduce(Double.NEGATIVE_INFINITY, StrictMath::max);
  }
}
