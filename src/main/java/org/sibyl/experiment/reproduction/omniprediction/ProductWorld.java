package org.sibyl.experiment.reproduction.omniprediction;

import java.util.List;
import java.util.OptionalInt;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.Audit;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.LogisticFit;
import org.sibyl.learning.omniprediction.PoiBoost;
import org.sibyl.learning.omniprediction.Risks;
import org.sibyl.learning.omniprediction.Selection;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.LinearTerms;
import org.sibyl.prediction.decision.Listed;
import org.sibyl.prediction.decision.LogisticOutcomes;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.Product;
import org.sibyl.prediction.decision.RuleClass;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stump;

/**
 * The worked example, where decisions matter only together with the person: P(y = 1) = 1/2 + beta x
 * y-hat. A logistic model without the product of both sees nothing; boosting finds it.
 */
final class ProductWorld implements Reproduction {
  private static final Matrix PEOPLE = Matrix.of(2, 1, -1, 1);
  private static final Column SHARES = Column.of(0.5, 0.5);
  private static final List<Double> WORTH = List.of(-1.0, 1.0);
  private static final DecisionRule SAME = new Stump(0, 0, 0, 1);
  private static final DecisionRule OPPOSITE = new Stump(0, 0, 1, 0);
  private static final RuleClass RULES = new Listed(List.of(SAME, OPPOSITE));
  private static final List<DecisionLoss> LOSSES = List.of(new Steering(1), new Steering(0));

  @Override
  public String name() {
    return "omni-xy";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, section 2: main effects see nothing";
  }

  @Override
  public String statement() {
    return "logistic regression costs beta more than the best rule, boosting at most 2 epsilon";
  }

  @Override
  public Axes axes() {
    return Axes.lines("tolerance", "gap", "gap-of-logistic", "updates").by("strength");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("strength", "tolerance", "gap", "gap-of-logistic", "updates");
    for (int k = 1; k <= 9; k++) {
      double strength = k / 20.0;
      OutcomeModel law = bench.nature().apply(new Product(strength, 0));
      double blind = logistic(figure, strength, law);
      for (double tolerance : new double[] {0.01, 0.02, 0.05, 0.1, 0.2}) {
        Boosted boosted = boosted(law, tolerance, StepPolicy.FIXED);
        double gap = gap(law, boosted.predictor());
        figure.put(
            "beta " + strength + ", epsilon " + tolerance + ": gap within 2 epsilon",
            gap <= 2 * tolerance);
        figure.row(strength, tolerance, gap, blind, boosted.steps().size());
      }
    }
    worked(figure, bench.nature().apply(new Product(0.3, 0)));
    return figure;
  }

  /** What regression sees without the product, and with it. */
  private static double logistic(Figure figure, double strength, OutcomeModel law) {
    String place = "beta " + strength + ": ";
    Evidence truth = Evidence.of(PEOPLE, SHARES, law);
    LogisticOutcomes blind =
        new LogisticFit(new LinearTerms(WORTH, OptionalInt.empty()), 0).on(truth);
    Audit audit = Audit.of(truth, LOSSES, blind, new Enumeration(RULES), AuditSide.TWO_SIDED);
    double gap = gap(law, blind);
    figure.put(place + "gap of main effects", gap);
    figure.put(place + "error of main effects on rules", audit.poi());
    figure.put(place + "error of main effects on their decisions", audit.doi());
    LogisticOutcomes seeing =
        new LogisticFit(new LinearTerms(WORTH, OptionalInt.of(0)), 0).on(truth);
    figure.put(place + "coefficient of the product", seeing.theta().get(3));
    figure.put(place + "gap with the product", gap(law, seeing));
    return gap;
  }

  private static void worked(Figure figure, OutcomeModel law) {
    Risks risks = new Risks(PEOPLE, SHARES, law);
    figure.put("risk of the same, steered to 1", risks.performative(LOSSES.get(0), SAME));
    figure.put("risk of the opposite, steered to 1", risks.performative(LOSSES.get(0), OPPOSITE));
    figure.put("risk of the same, steered to 0", risks.performative(LOSSES.get(1), SAME));
    figure.put("risk of a constant", risks.performative(LOSSES.get(0), new Always(1)));
    double[] tolerances = {0.01, 0.05, 0.1, 0.3, 0.0099, 0.049, 0.099, 0.29, 0.31};
    for (double tolerance : tolerances) {
      figure.put(
          "fixed steps, epsilon " + tolerance + ": updates",
          boosted(law, tolerance, StepPolicy.FIXED).steps().size());
    }
    figure.put("potential at first", boosted(law, 0.1, StepPolicy.FIXED).potentials()[0]);
    for (StepPolicy step : List.of(StepPolicy.PROPORTIONAL, StepPolicy.LINE_SEARCH)) {
      Boosted boosted = boosted(law, 0.1, step);
      figure.put(step + ": updates", boosted.steps().size());
      figure.put(step + ": potential in the end", boosted.potential());
    }
  }

  private static Boosted boosted(OutcomeModel law, double tolerance, StepPolicy step) {
    return new PoiBoost(tolerance, step, AuditSide.TWO_SIDED, Selection.MAX, new Enumeration(RULES))
        .run(Evidence.of(PEOPLE, SHARES, law), LOSSES);
  }

  private static double gap(OutcomeModel law, OutcomeModel model) {
    Risks risks = new Risks(PEOPLE, SHARES, law);
    return StrictMath.max(
        risks.gap(LOSSES.get(0), model, RULES), risks.gap(LOSSES.get(1), model, RULES));
  }
}
