package org.sibyl.experiment.reproduction.omniprediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.Audit;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.learning.omniprediction.oblivious.Ascent;
import org.sibyl.learning.omniprediction.oblivious.CellErrors;
import org.sibyl.learning.omniprediction.oblivious.ObliviousBoost;
import org.sibyl.learning.omniprediction.oblivious.SignPatterns;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.LossTable;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * All losses that ignore the person, at once: boosting by cell errors is good for every one of them
 * after a number of searches that does not depend on how many there are; boosting by losses is not
 * good for others. And the printed bound of 2 epsilon fails for four decisions.
 */
final class AllLosses implements Reproduction {
  private static final double[] TOLERANCES = {0.1, 0.05, 0.02, 0.01};
  private static final int OTHERS = 1000;
  private static final int STARTS = 5;

  @Override
  public String name() {
    return "omni-input-oblivious";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, section 5";
  }

  @Override
  public String statement() {
    return "one run by cell errors serves all losses that ignore the person, at k times epsilon";
  }

  @Override
  public Axes axes() {
    return Axes.lines("tolerance", "updates", "searches", "error-on-others").by("losses");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("losses", "tolerance", "updates", "searches", "error-on-others");
    EarlyWarning school = new EarlyWarning(bench);
    UniformRandomProvider random = Workbench.randomness().at(Draw.LEARNER, 1);
    List<DecisionLoss> others = others(random);
    for (double tolerance : TOLERANCES) {
      ObliviousBoost all =
          new ObliviousBoost(
              tolerance,
              new SignPatterns(new Enumeration(EarlyWarning.RULES)),
              Optional.of(new Ascent(STARTS)));
      put(school, figure, "all losses", 0, tolerance, all.run(school.truth(), random), others);
      put(
          school,
          figure,
          "five losses",
          EarlyWarning.LOSSES.size(),
          tolerance,
          EarlyWarning.boosting(tolerance, StepPolicy.LINE_SEARCH)
              .run(school.truth(), EarlyWarning.LOSSES),
          others);
    }
    fourDecisions(bench, figure);
    return figure;
  }

  private static void put(
      EarlyWarning school,
      Figure figure,
      String name,
      int losses,
      double tolerance,
      Boosted boosted,
      List<DecisionLoss> others) {
    String place = name + ", epsilon " + tolerance + ": ";
    int updates = boosted.steps().size();
    Audit five = school.audit(boosted.predictor(), EarlyWarning.LOSSES);
    Audit more = school.audit(boosted.predictor(), others);
    figure.put(
        place + "updates within k / (4 epsilon^2)",
        updates <= EarlyWarning.DECISIONS / (4 * tolerance * tolerance));
    figure.put(
        place + "the five losses' errors within epsilon", five.poi() <= tolerance * 1.000001);
    figure.put(place + "errors by 1000 other losses within epsilon", more.poi() <= tolerance);
    figure.put(
        place + "gap within 2 k epsilon",
        school.worstGap(boosted.predictor()) <= 2 * EarlyWarning.DECISIONS * tolerance);
    double rounds = updates + 1;
    if (losses > 0) {
      figure.put(
          place + "searches by loss and round", boosted.certificate().searches() / rounds / losses);
    } else {
      figure.put(
          place + "searches by round at most 2^k",
          boosted.certificate().searches() <= rounds * (1 << EarlyWarning.DECISIONS));
    }
    figure.row(losses, tolerance, updates, boosted.certificate().searches(), more.poi());
  }

  /** Tables with entries that are 0 or 1, or uniform. */
  private static List<DecisionLoss> others(UniformRandomProvider random) {
    List<DecisionLoss> losses = new ArrayList<>();
    for (int k = 0; k < OTHERS; k++) {
      boolean extreme = k % 2 == 0;
      List<List<Double>> table = new ArrayList<>();
      for (int decision = 0; decision < EarlyWarning.DECISIONS; decision++) {
        table.add(List.of(entry(extreme, random), entry(extreme, random)));
      }
      losses.add(new LossTable(table));
    }
    return losses;
  }

  private static double entry(boolean extreme, UniformRandomProvider random) {
    double uniform = random.nextDouble();
    return extreme ? StrictMath.rint(uniform) : uniform;
  }

  /** Four kinds of people, each with a decision of its own, on which the model is .2 too high. */
  private static void fourDecisions(Workbench bench, Figure figure) {
    Matrix people = Matrix.of(4, 1, 0, 1, 2, 3);
    OutcomeModel truth = bench.nature().apply(new Diagonal(0.3, 0.3));
    Evidence evidence = Evidence.of(people, Column.constant(4, 0.25), truth);
    double[] model = new double[16];
    for (int entry = 0; entry < model.length; entry++) {
      model[entry] = entry % 5 == 0 ? 0.5 : 0.3;
    }
    CellErrors cells = CellErrors.of(evidence, new int[] {0, 1, 2, 3}, model);
    figure.put("four decisions: greatest cell error", cells.greatest());
    figure.put("four decisions: error of a loss", cells.total());
  }

  /** One probability for the decision that is one's own number, another for the others. */
  private record Diagonal(double own, double other) implements OutcomeModel {
    @Override
    public int decisions() {
      return 4;
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      for (int decision = 0; decision < into.length; decision++) {
        into[decision] = decision == features[0] ? own : other;
      }
    }

    @Override
    public void check(int features) {
      // fits all
    }
  }
}
