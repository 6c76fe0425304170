package org.sibyl.experiment.reproduction.omniprediction;

import java.util.List;
import java.util.OptionalInt;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.LogisticFit;
import org.sibyl.learning.omniprediction.Risks;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.LinearTerms;
import org.sibyl.prediction.decision.MainEffects;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.simulation.Round;

/**
 * One predictor for five losses of a school: what the truth and the best rule cost, how much more
 * regression costs, how boosting gets below; and a term of students under each loss's decisions.
 */
final class SchoolLosses implements Reproduction {
  private static final List<StepPolicy> STEPS =
      List.of(StepPolicy.FIXED, StepPolicy.PROPORTIONAL, StepPolicy.LINE_SEARCH);

  @Override
  public String name() {
    return "omni-ews";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, early-warning example";
  }

  @Override
  public String statement() {
    return "one predictor serves five losses; regression costs up to .027 more than the best rule";
  }

  @Override
  public Axes axes() {
    return Axes.lines("tolerance", "updates", "gap", "potential").by("step");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("step", "tolerance", "updates", "gap", "potential");
    EarlyWarning school = new EarlyWarning(bench);
    OutcomeModel categories =
        new LogisticFit(
                new MainEffects(
                    EarlyWarning.DECISIONS,
                    List.of(List.of(0.0, 1.0), List.of(0.0, 1.0, 2.0, 3.0, 4.0))),
                0)
            .on(school.truth());
    OutcomeModel numbers =
        new LogisticFit(new LinearTerms(List.of(0.0, 1.0, 2.0), OptionalInt.empty()), 0)
            .on(school.truth());
    for (int loss = 0; loss < EarlyWarning.LOSSES.size(); loss++) {
      row(school, loss, categories, numbers, figure);
    }
    for (StepPolicy step : STEPS) {
      for (double tolerance : new double[] {0.1, 0.05, 0.02, 0.01, 0.005}) {
        boost(school, step, tolerance, figure);
      }
    }
    students(school, bench.full() ? 100_000 : 20_000, figure);
    return figure;
  }

  /** A row of the table. */
  private static void row(
      EarlyWarning school,
      int number,
      OutcomeModel categories,
      OutcomeModel numbers,
      Figure figure) {
    DecisionLoss loss = EarlyWarning.LOSSES.get(number);
    String place = EarlyWarning.NAMES.get(number) + ": ";
    Risks risks = school.risks();
    List<DecisionRule> rules = EarlyWarning.RULES.rules(EarlyWarning.DECISIONS);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int h = 0; h < rules.size(); h++) {
      double risk = risks.performative(loss, rules.get(h));
      if (risk < least) {
        best = h;
        least = risk;
      }
    }
    figure.put(
        place + "risk of the truth's decisions",
        risks.performative(loss, new BestDecision(loss, school.law())));
    figure.put(place + "risk of the best rule", least);
    figure.put(place + "number of the best rule", best);
    figure.put(place + "gap of main effects", risks.gap(loss, categories, EarlyWarning.RULES));
    figure.put(place + "gap of linear terms", risks.gap(loss, numbers, EarlyWarning.RULES));
  }

  private static void boost(EarlyWarning school, StepPolicy step, double tolerance, Figure figure) {
    Boosted boosted =
        EarlyWarning.boosting(tolerance, step).run(school.truth(), EarlyWarning.LOSSES);
    String place = step + ", epsilon " + tolerance + ": ";
    int updates = boosted.steps().size();
    double gap = school.worstGap(boosted.predictor());
    double[] potentials = boosted.potentials();
    boolean falls = true;
    for (int t = 1; t < potentials.length; t++) {
      falls &= potentials[t] < potentials[t - 1];
    }
    long ofDecisions =
        boosted.steps().stream().filter(one -> one.update().decider().isPresent()).count();
    figure.put(place + "potential at first", potentials[0]);
    figure.put(place + "updates", updates);
    figure.put(
        place + "updates within k / (4 epsilon^2)",
        updates <= EarlyWarning.DECISIONS / (4 * tolerance * tolerance));
    figure.put(place + "potential falls", falls);
    figure.put(place + "gap within 2 epsilon", gap <= 2 * tolerance);
    figure.put(place + "at most 2 updates by best decisions", ofDecisions <= 2);
    if (tolerance <= 0.01) {
      figure.put(place + "gap at most .0003", gap <= 0.0003);
    }
    figure.row(step.ordinal(), tolerance, updates, gap, potentials[potentials.length - 1]);
  }

  /** A term under each loss's decisions by one predictor: what it costs is what is expected. */
  private static void students(EarlyWarning school, int students, Figure figure) {
    OutcomeModel learned =
        EarlyWarning.boosting(0.005, StepPolicy.LINE_SEARCH)
            .run(school.truth(), EarlyWarning.LOSSES)
            .predictor();
    for (int number = 0; number < EarlyWarning.LOSSES.size(); number++) {
      DecisionLoss loss = EarlyWarning.LOSSES.get(number);
      Round term = school.term(new BestDecision(loss, learned), students, number);
      figure.put(
          EarlyWarning.NAMES.get(number) + ": students under its decisions", risk(loss, term));
    }
  }

  private static Estimate risk(DecisionLoss loss, Round term) {
    Column labels = term.outcomes().labels();
    double[] row = new double[2];
    double[] losses = new double[labels.size()];
    for (int i = 0; i < losses.length; i++) {
      term.cohort().features().copyRow(i, row);
      int decision = (int) term.deployment().predictions().get(i);
      losses[i] = loss.value(row, decision, (int) labels.get(i));
    }
    return Estimate.mean(losses);
  }
}
